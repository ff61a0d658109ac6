package dev.levee.content;

import dev.levee.content.FrontMatter.Image;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/// Reads the lead picture of an article or a section: a path, or keys that say more.
final class ImageReader {

  /// The keys of an image.
  static final List<String> KEYS = List.of("src", "alt", "caption", "credit", "focus");

  private ImageReader() {}

  /// The picture under the key `image` of an article or a section.
  static Optional<Image> read(Fields fields, Problems problems) {
    String key = FrontMatterKey.IMAGE.key();
    Optional<YamlNode> node = fields.node(key);
    if (node.isEmpty() || (node.get() instanceof Scalar s && s.text().isBlank())) {
      return Optional.empty();
    }
    if (node.get() instanceof Scalar src) {
      return Optional.of(new Image(src.text().strip(), "", "", "", "", src.at()));
    }
    Optional<Fields> image = fields.fields(key);
    if (image.isEmpty()) {
      return Optional.empty();
    }
    Fields parts = image.get();
    parts.reportUnknown(ProblemCode.UNKNOWN_KEY, KEYS);
    Optional<String> src = parts.text("src").map(String::strip);
    if (src.isEmpty()) {
      problems.add(
          ProblemCode.WRONG_TYPE, node.get().at(), "this image has no 'src'", "src: flood.jpg");
    }
    return src.map(s ->
        new Image(
            s,
            parts.text("alt").orElse(""),
            parts.text("caption").orElse(""),
            parts.text("credit").orElse(""),
            parts.text("focus").orElse(""),
            parts.at("src")));
  }
}
