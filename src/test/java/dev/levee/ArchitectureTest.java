package dev.levee;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Holds the plan of the house: who may import whom, who owns which library, and what is left to
/// the command line alone. A package that does not exist yet breaks no rule.
class ArchitectureTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final JavaClasses LEVEE =
      new ClassFileImporter().importPath(ROOT.resolve("target/classes/dev"));

  private static final Set<String> UP_TO_FEED =
      Set.of(
          "problem",
          "program",
          "yaml",
          "trace",
          "config",
          "source",
          "markdown",
          "highlight",
          "content",
          "site",
          "sass",
          "asset",
          "raster",
          "picture",
          "output",
          "render",
          "page",
          "deliver",
          "compress",
          "feed",
          "search");
  private static final Set<String> UP_TO_BUILD = with(UP_TO_FEED, "build");

  /// What each package may import of the others.
  static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("problem", Set.of()),
          entry("program", Set.of()),
          entry("yaml", Set.of("problem")),
          entry("trace", Set.of("problem")),
          entry("config", Set.of("yaml", "trace", "problem")),
          entry("source", Set.of("trace", "problem")),
          entry("markdown", Set.of("problem")),
          entry("highlight", Set.of("problem")),
          entry("content", Set.of("source", "markdown", "config", "yaml", "trace", "problem")),
          entry(
              "site",
              Set.of("content", "markdown", "config", "yaml", "trace", "problem", "source")),
          entry("sass", Set.of("program", "source", "trace", "problem")),
          entry("asset", Set.of("sass", "program", "source", "config", "trace", "problem")),
          entry("raster", Set.of("program")),
          entry("picture", Set.of("raster", "source", "content", "config", "trace", "problem")),
          entry("output", Set.of("problem")),
          entry(
              "render",
              Set.of(
                  "site",
                  "asset",
                  "sass",
                  "picture",
                  "content",
                  "markdown",
                  "highlight",
                  "config",
                  "yaml",
                  "trace",
                  "problem",
                  "source")),
          entry("page", Set.of("site", "trace", "config")),
          entry("compress", Set.of("deliver", "output", "trace", "problem")),
          entry("deliver", Set.of("page", "site", "content", "config", "problem")),
          entry(
              "feed",
              Set.of("deliver", "site", "content", "markdown", "config", "trace", "problem")),
          entry("search", Set.of("site", "content", "markdown", "config", "trace")),
          entry("build", UP_TO_FEED),
          entry("check", UP_TO_BUILD),
          entry("live", UP_TO_BUILD),
          entry("http", Set.of("deliver", "output")),
          entry("watch", Set.of("source")),
          entry("serve", with(UP_TO_BUILD, "live", "http", "watch")),
          entry("store", Set.of("config")),
          entry("cdn", Set.of("store", "config")),
          entry("publish", Set.of("store", "cdn", "deliver", "output", "config")),
          entry(
              "cli",
              with(
                  UP_TO_BUILD,
                  "check",
                  "live",
                  "http",
                  "watch",
                  "serve",
                  "store",
                  "cdn",
                  "publish")));

  @SuppressWarnings("unused") // by everyPackageImportsOnlyWhatItMay
  private static final List<String> PACKAGES = MAY_IMPORT.keySet().stream().sorted().toList();

  /// The packages that alone may use a library.
  private static final Map<String, Set<String>> OWNERS =
      Map.ofEntries(
          entry("com.luciad..", Set.of("raster")),
          entry("java.awt..", Set.of("raster")),
          entry("javax.imageio..", Set.of("raster")),
          entry("com.vladsch..", Set.of("markdown")),
          entry("freemarker..", Set.of("render")),
          entry("in.wilsonl..", Set.of("build")),
          entry("org.fife..", Set.of("highlight")),
          entry("com.aayushatharva..", Set.of("compress")),
          entry("picocli..", Set.of("cli")),
          entry("java.net.http..", Set.of("cdn")),
          entry("org.apache.opendal..", Set.of("store")),
          entry("org.yaml..", Set.of("yaml")),
          entry(
              "jakarta.json..",
              Set.of("content", "feed", "render", "sass", "search", "serve", "cli")),
          entry(
              "org.eclipse.parsson..",
              Set.of("content", "feed", "render", "sass", "search", "serve", "cli")));

  @SuppressWarnings("unused") // by everyLibraryHasItsOwners
  private static final List<String> LIBRARIES = OWNERS.keySet().stream().sorted().toList();

  private static final String[] CLI = {"dev.levee.cli.."};
  private static final String[] ONLINE =
      packages(Set.of("cdn", "check", "cli", "http", "serve", "store"));

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void everyPackageImportsOnlyWhatItMay(String name) {
    String[] allowed = packages(with(MAY_IMPORT.get(name), name));
    check(
        classes()
            .that()
            .resideInAPackage("dev.levee." + name + "..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(allowed).or(resideOutsideOfPackage("dev.levee.."))));
  }

  @Test
  void everyClassLivesInAPackageOfThePlan() {
    check(classes().should().resideInAnyPackage(packages(MAY_IMPORT.keySet())));
  }

  @Test
  void packagesFormNoCycle() {
    check(slices().matching("dev.levee.(*)..").should().beFreeOfCycles());
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void everyLibraryHasItsOwners(String library) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(packages(OWNERS.get(library)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  /// What is asked of a list past the site would not be noted, and a page would be kept that shows
  /// what is no longer so.
  @Test
  void whoRendersAsksTheSiteForWhatIsInLists() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.levee.render..", "dev.levee.feed..")
            .should()
            .accessTargetWhere(
                anyOf(
                    "dev.levee.site.Listing.articles",
                    "dev.levee.site.Taxonomy.terms",
                    "dev.levee.site.Section.children",
                    "dev.levee.config.SiteConfig.archives",
                    "dev.levee.config.SiteConfig.feeds",
                    "dev.levee.config.SiteConfig.frontMatter",
                    "dev.levee.config.SiteConfig.menus",
                    "dev.levee.config.SiteConfig.pageSize",
                    "dev.levee.config.SiteConfig.permalinks",
                    "dev.levee.config.SiteConfig.related",
                    "dev.levee.config.SiteConfig.taxonomies",
                    "dev.levee.config.SiteConfig.updatedFromGit",
                    "dev.levee.config.SiteConfig.params")));
  }

  @Test
  void theCoreOpensNoSocket() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ONLINE)
            .should()
            .dependOnClassesThat(
                describe(
                    "open sockets",
                    c ->
                        c.getPackageName().startsWith("java.net.http")
                            || c.getPackageName().startsWith("javax.net")
                            || c.getPackageName().startsWith("com.sun.net.httpserver")
                            || c.getName()
                                .matches(
                                    "java\\.n(et|io\\.channels)\\..*(Socket|URLConnection).*")))
            .orShould()
            .accessTargetWhere(anyOf("java.net.URL.openConnection", "java.net.URL.openStream")));
  }

  @Test
  void onlyTheCommandLineKnowsItsProcess() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(CLI)
            .should()
            .accessTargetWhere(
                anyOf(
                    "java.lang.System.exit",
                    "java.lang.System.getenv",
                    "java.lang.System.in",
                    "java.lang.System.out",
                    "java.lang.System.err",
                    "java.lang.System.console",
                    "java.lang.Runtime.exit",
                    "java.lang.Runtime.halt"))
            .orShould()
            .accessTargetWhere(
                describe("prints a stack trace", a -> a.getName().equals("printStackTrace"))));
  }

  @Test
  void onlyTheCommandLineAndProgramsTouchAnEnvironment() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.levee.cli..", "dev.levee.program..")
            .should()
            .accessTargetWhere(anyOf("java.lang.ProcessBuilder.environment")));
  }

  @Test
  void onlyTheCommandLineAsksTheMachineForTimeAndPlace() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(CLI)
            .should()
            .accessTargetWhere(
                anyOf(
                    "java.time.ZoneId.systemDefault",
                    "java.time.InstantSource.system",
                    "java.time.Clock.system",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.util.Locale.getDefault",
                    "java.util.TimeZone.getDefault",
                    "java.util.Calendar.getInstance",
                    "java.lang.System.currentTimeMillis"))
            .orShould()
            .accessTargetWhere(
                describe(
                    "takes the time of the machine",
                    a ->
                        a.getName().equals("now")
                            && a.getTargetOwner().getPackageName().startsWith("java.time")
                            && !parameters(a).contains("java.time.Clock")))
            .orShould()
            .accessTargetWhere(
                describe(
                    "makes a Date of the present",
                    a ->
                        a.getName().equals("<init>")
                            && a.getTargetOwner().getName().equals("java.util.Date")
                            && parameters(a).isEmpty())));
  }

  @Test
  void problemsAreValuesNotLogLines() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger"));
  }

  @Test
  void nothingIsReflected() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .accessTargetWhere(anyOf("java.lang.Class.forName")));
  }

  @Test
  void namesSayWhatAClassIs() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?)"));
  }

  @Test
  void thereIsNoGlobalState() {
    check(
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal());
  }

  @Test
  void everyPackageIsNullMarked() throws Exception {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/java"))) {
      List<Path> folders =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .sorted()
              .toList();
      assertThat(folders)
          .isNotEmpty()
          .allSatisfy(folder ->
              assertThat(folder.resolve("package-info.java"))
                  .content()
                  .containsPattern("(?m)^@NullMarked\npackage "));
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(LEVEE);
  }

  /// Accesses, calls and method references to any of these, each `owner.member`.
  private static DescribedPredicate<JavaAccess<?>> anyOf(String... members) {
    Set<String> all = Set.of(members);
    return describe(
        "is any of " + all.stream().sorted().toList(),
        a -> all.contains(a.getTargetOwner().getName() + "." + a.getName()));
  }

  private static List<String> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().stream().map(t -> t.getName()).toList()
        : List.of();
  }

  private static Set<String> with(Set<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toSet());
  }

  private static String[] packages(Set<String> names) {
    return names.stream().map(n -> "dev.levee." + n + "..").toArray(String[]::new);
  }
}
