package dev.levee.content;

import dev.levee.config.SiteConfig;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.SectionFile;
import dev.levee.source.TextFile;
import dev.levee.trace.Hash;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads an `_index.md`.
final class SectionReader {

  private static final List<String> KNOWN =
      Stream.concat(SectionFront.KEYS.stream(), Stream.of(FrontMatterKey.DRAFT.key())).toList();

  private final String label;
  private final SiteConfig config;
  private final FrontMatterKeys keys;
  private final Problems problems;

  SectionReader(String label, SiteConfig config, FrontMatterKeys keys, Problems problems) {
    this.label = label;
    this.config = config;
    this.keys = keys;
    this.problems = problems;
  }

  Optional<SectionFront> read(SectionFile file) {
    String path = label + "/" + file.path();
    Optional<String> text = TextFile.read(file.file(), path, problems);
    return text.flatMap(t -> FrontMatterBlock.read(t, path, problems))
        .map(block -> front(file, path, block, text.orElseThrow()));
  }

  private SectionFront front(SectionFile file, String path, FrontMatterBlock block, String text) {
    String body = text.substring(block.bodyStart());
    Mapping mapping = keys.standardOfSection(block.mapping());
    Fields fields = new Fields(mapping, ProblemCode.WRONG_TYPE, problems);
    mapping
        .entry(FrontMatterKey.DRAFT.key())
        .ifPresent(e ->
            problems.add(
                ProblemCode.SECTION_DRAFT,
                e.keyAt(),
                "a section cannot be a draft; it is not published while all its articles are"
                    + " drafts",
                "cascade: {draft: true} makes them drafts"));
    fields.reportUnknown(ProblemCode.UNKNOWN_KEY, KNOWN);
    Mapping cascade =
        fields
            .fields("cascade")
            .map(c -> keys.standard(c.mapping(), problems))
            .orElse(Mapping.empty(block.mapping().at()));
    String title = file.folder().isEmpty() ? config.title() : SectionPath.title(file.folder());
    return new SectionFront(
        file.folder(),
        path,
        fields.text("title").map(String::strip).filter(t -> !t.isEmpty()).orElse(title),
        fields.text("tagline").orElse(""),
        fields.text("dek").orElse(""),
        fields.text("description").orElse(""),
        fields.integer("weight").orElse(0),
        ImageReader.read(fields, problems),
        FrontMatterReader.layout(fields),
        fields.data("params"),
        cascade,
        SectionSchema.read(fields, problems),
        body,
        block.bodyLine(),
        new Hash()
            .add(path)
            .add(text.substring(0, block.bodyStart()))
            .addData(mapping.toData()) // its keys may have other names in the settings
            .value(),
        new Hash().add(body).add(block.bodyLine()).value());
  }
}
