package dev.levee.config;

import dev.levee.config.SiteConfig.MenuItem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `menus`: lists of titles and addresses by the name of the menu.
final class MenuSettings {

  private final Fields settings;
  private final Problems problems;

  MenuSettings(Fields settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  Map<String, List<MenuItem>> read() {
    Map<String, List<MenuItem>> menus = new LinkedHashMap<>();
    Optional<Fields> all = settings.fields("menus");
    if (all.isEmpty()) {
      return menus;
    }
    for (Entry menu : all.get().mapping().entries()) {
      List<MenuItem> items = new ArrayList<>();
      for (YamlNode node : all.get().items(menu.key())) {
        all.get().fields(menu.key(), node).ifPresent(item -> items.add(menuItem(item)));
      }
      menus.put(menu.key(), List.copyOf(items));
    }
    return menus;
  }

  private MenuItem menuItem(Fields item) {
    item.reportUnknown(ProblemCode.UNKNOWN_SETTING, List.of("title", "url"));
    MenuItem result = new MenuItem(item.text("title").orElse(""), item.text("url").orElse(""));
    if (result.title().isBlank() || result.url().isBlank()) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          item.mapping().at(),
          "a menu entry needs a title and a url",
          "{title: About, url: /about/}");
    }
    return result;
  }
}
