package dev.levee.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.config.PublishTarget.Container;
import dev.levee.config.PublishTarget.GoogleBucket;
import dev.levee.config.PublishTarget.Place;
import dev.levee.config.PublishTarget.RemoteFolder;
import dev.levee.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUrlTest {

  private final Problems problems = new Problems();

  private SiteConfig read(String target) {
    return SiteConfigReader.read(
        "title: T\nurl: https://example.org\ntargets: {web: " + target + "}",
        "levee.yaml",
        problems);
  }

  private List<String> problems() {
    return problems.sorted().stream().map(TestSite::line).toList();
  }

  private Place place(String target) {
    SiteConfig config = read(target);
    assertThat(problems()).isEmpty();
    return config.targets().get("web").place();
  }

  @Test
  void bucketsOfEachKind() {
    assertThat(place("{url: 'gs://www.highwater.example/a/b/'}"))
        .isEqualTo(new GoogleBucket("www.highwater.example", "a/b"));
    assertThat(place("{url: 'azblob://$web', account: highwater}"))
        .isEqualTo(new Container("highwater", "$web", ""));
    assertThat(place("{url: azblob://high-water/main}"))
        .isEqualTo(new Container("", "high-water", "main"));
  }

  @Test
  void foldersOfOtherMachines() {
    assertThat(place("{url: sftp://deploy@www.example.org:2222/srv/www/site/}"))
        .isEqualTo(new RemoteFolder("deploy", "www.example.org", 2222, "/srv/www/site"));
    assertThat(place("{url: sftp://web/~/public}"))
        .isEqualTo(new RemoteFolder("", "web", 0, "public"));
    assertThat(place("{url: 'sftp://web/~/'}")).isEqualTo(new RemoteFolder("", "web", 0, "."));
    assertThat(place("{url: 'sftp://a@[::1]/srv'}"))
        .isEqualTo(new RemoteFolder("a", "::1", 0, "/srv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{url: gs://b} => 'gs://b' does not name a bucket",
        "{url: azblob://Aa} => 'azblob://Aa' does not name a container",
        "{url: azblob://a--b} => 'azblob://a--b' does not name a container",
        "{url: azblob://abc, account: High-Water} => 'High-Water' is not the name of an account",
        "{url: azblob://abc, accountKey: hush} => 'accountKey' in line 3 looks like credentials",
        "{url: sftp://host} => 'sftp://host' does not name a folder of a machine",
        "{url: sftp://host/a/../b} => does not name a folder of a machine",
        "{url: sftp://host:99999/a} => does not name a folder of a machine",
        "{url: 'sftp://-oProxyCommand=x/a'} => does not name a folder of a machine",
        "{url: 'sftp://-l@host/a'} => holds credentials",
        "{url: sftp://user:hush@host/a} => 'sftp://…@host/a' in line 3 holds credentials",
        "{url: gs://id:hush@bucket} => 'gs://…@bucket' in line 3 holds credentials",
        "{url: 'sftp://u:hu/hush@host/x'} => 'sftp://…@host/x' in line 3 holds credentials",
        "{url: 'sftp://u:h@hush@host/x'} => 'sftp://…@host/x' in line 3 holds credentials",
        "{url: 's3:id:hush@bucket'} => 's3:…@bucket' in line 3 holds credentials",
        "{url: 'file://bob:hush@nas/x'} => 'file://…@nas/x' in line 3 holds credentials",
        "{url: s3://bucket, endpoint: 'https://a:hush@b'} => 'https://…@b' is not the address",
      })
  void aBadTargetIsToldAndNoSecretIs(String target, String expected) {
    read(target);
    assertThat(problems()).singleElement().asString().contains(expected).doesNotContain("hush");
  }
}
