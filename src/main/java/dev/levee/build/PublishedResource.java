package dev.levee.build;

import dev.levee.deliver.MediaTypes;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.page.PageFacts;
import dev.levee.picture.Pictures;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.raster.RasterFormat;
import dev.levee.site.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What is published of a file that lies beside articles: a picture without what it says beside
/// itself, any other as it is.
public final class PublishedResource {

  private static final long LARGEST_PAGE = 4 << 20;

  private PublishedResource() {}

  /// What stands at the address of a file; nothing, with a problem, when it cannot be published.
  ///
  /// @throws IOException when it cannot be read
  public static Optional<Output> of(Route.Resource resource, Problems problems) throws IOException {
    Path file = resource.file().file();
    byte[] head = head(file);
    Optional<RasterFormat> format = RasterFormat.of(head);
    if (format.equals(Optional.of(RasterFormat.TIFF))) {
      problems.add(
          ProblemCode.UNSTRIPPED_PICTURE,
          resource.origin(),
          "this is TIFF, and what it says of where and by whom it was made cannot be taken out",
          Pictures.SAVE_AGAIN);
    } else if (format.isPresent()) {
      return picture(resource, problems);
    } else if (Pictures.isPicture(resource.file().path())) {
      return stripped(resource, head, problems);
    }
    return Optional.of(Output.copy(resource.path().file(), Kind.PICTURE, file));
  }

  /// The bytes tell what a file is: the ending of its name may say anything.
  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(RasterFormat.HEAD);
    }
  }

  private static Optional<Output> picture(Route.Resource resource, Problems problems)
      throws IOException {
    if (resource.file().stamp().size() > Pictures.MAX_SIZE) {
      Stripping.refuse(resource.origin(), Pictures.TOO_LARGE, problems);
      return Optional.empty();
    }
    return stripped(resource, Files.readAllBytes(resource.file().file()), problems);
  }

  private static Optional<Output> stripped(
      Route.Resource resource, byte[] bytes, Problems problems) {
    return Stripping.stripped(bytes, resource.origin(), problems)
        .map(stripped -> Output.of(resource.path().file(), Kind.PICTURE, stripped));
  }

  /// What a page that an author brings along whole takes from where: it is held to the same policy
  /// as ours.
  ///
  /// @return as [PageFacts#policySources]; nothing for what is no page
  /// @throws IOException when it cannot be read
  public static Set<String> policySources(Route.Resource resource, Problems problems)
      throws IOException {
    String name = resource.path().file();
    String type = MediaTypes.of(name);
    if (!MediaTypes.mayRunScripts(type)) {
      return Set.of();
    }
    Path file = resource.file().file();
    if (Files.size(file) > LARGEST_PAGE) {
      tooLarge(resource, type, problems);
      return Set.of();
    }
    String html = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return PageFacts.of(html, "", "/" + name).policySources();
  }

  /// XML of that size is data, and nothing is lost.
  private static void tooLarge(Route.Resource resource, String type, Problems problems) {
    if (type.contains("html")) {
      problems.add(
          ProblemCode.POLICY_LIMIT,
          resource.origin(),
          "a page of more than 4 MB is not looked at for what the Content-Security-Policy has to"
              + " allow",
          "name what it needs in headers.csp, or make it smaller");
    }
  }
}
