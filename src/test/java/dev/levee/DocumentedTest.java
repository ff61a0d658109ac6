package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Holds every public type and every package to a `///` comment that says what it is.
class DocumentedTest {

  private static final Path SOURCES = Path.of(System.getProperty("project.root"), "src/main/java");

  @Test
  void everyPublicTypeSaysWhatItIs() throws Exception {
    List<String> silent = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(javaFiles()));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      PublicTypes types = new PublicTypes(DocTrees.instance(task), silent);
      units.forEach(unit -> types.scan(unit, null));
    }
    assertThat(silent).as("public types without a /// comment directly above").isEmpty();
  }

  @Test
  void everyPackageSaysWhatLivesInIt() throws Exception {
    List<Path> packages =
        javaFiles().stream().filter(f -> f.endsWith("package-info.java")).toList();
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            f -> assertThat(f).content().containsPattern("\\A/// \\p{Lu}(.|\n/// ?)*\\.\n@"));
  }

  @Test
  void javadocIsMarkdown() throws Exception {
    assertThat(javaFiles())
        .allSatisfy(f -> assertThat(f).content().doesNotContainPattern("(?m)^ */\\*\\*"));
  }

  private static List<Path> javaFiles() throws Exception {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  /// Collects the public types, and those that an interface makes public, that have no comment.
  private static final class PublicTypes extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private final List<String> silent;

    PublicTypes(DocTrees trees, List<String> silent) {
      this.trees = trees;
      this.silent = silent;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      TreePath path = getCurrentPath();
      String comment = trees.getDocComment(path);
      if (isPublic(type, path) && (comment == null || comment.isBlank())) {
        CompilationUnitTree unit = path.getCompilationUnit();
        long start = trees.getSourcePositions().getStartPosition(unit, type);
        long line = unit.getLineMap().getLineNumber(start);
        Path file = Path.of(unit.getSourceFile().toUri());
        silent.add(SOURCES.relativize(file) + ":" + line + " " + type.getSimpleName());
      }
      return super.visitClass(type, nothing);
    }

    private static boolean isPublic(ClassTree type, TreePath path) {
      Tree.Kind parent = path.getParentPath().getLeaf().getKind();
      return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          || parent == Tree.Kind.INTERFACE;
    }
  }
}
