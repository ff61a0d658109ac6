package dev.levee.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Templates that ask for little and each for something else, so that a page that did not hang on
/// what it asked would be found out: no other question covers for it.
final class AskingTemplates {

  /// What any page may ask.
  private static final List<String> ANYWHERE =
      List.of(
          "<#list site.sections as s>${s.href} ${s.title} ${s.current?c} </#list>",
          "<#list site.sections as s>${s.count} <#list s.sections as t>${t.title}</#list></#list>",
          "<#list site.sections as s>${s.dek} ${(s.params.colour)!} ${(s.image.src)!}</#list>",
          "${site.title} ${site.tagline} ${site.copyright} ${site.permalink}",
          "${site.hasAuthors?c}",
          "${site.hasArchive?c}",
          "<#list (site.menus.main)![] as i>${i.title} ${i.href} ${i.current?c}</#list>",
          "${(site.params.colour)!}",
          "<#list site.articles as a><#if a?counter gt 2><#break></#if>${a.title}"
              + " ${a.href}</#list>",
          "${site.articles?size}",
          "<#if site.articles?first??>${site.articles?first.summary}</#if>",
          "<#if site.articles[1]??>${site.articles[1].content}</#if>",
          "<#if site.articles[1]??>${site.articles[1].words}</#if>",
          "<#list site.articles as a><#if a.dek == 'levee'>${a.permalink}</#if></#list>",
          "<#list site.featured as f>${f.title}</#list>",
          "${site.featured?size}",
          "<#list site.taxonomies as x>${x.title} ${x.href}</#list>",
          "<#list site.taxonomies as x><#list x.terms as t>${t.name} ${t.dek}</#list></#list>",
          "<#list site.taxonomies as x><#list x.terms as t>${t.count}</#list></#list>",
          "<#list site.feeds as f>${f.href} ${f.title}</#list>",
          "<#list page.feeds as f>${f.href} ${f.title}</#list>",
          "${page.jsonLd}",
          "${page.lite!} ${page.full!} ${page.href}",
          "${page.documentTitle} ${page.description} ${page.image} ${page.canonical}",
          "${(page.section.title)!}",
          "<#if page.section?? &&"
              + " page.section.articles?first??>${page.section.articles?first.title}</#if>",
          "${picture('/pictures/p1.png').html}",
          "${picture('/pictures/p2.png', {'ratio': '1:1', 'widths': [5, 9]}).srcset}",
          "<#list site.articles as a><#if a.image??>${picture(a.image).src}</#if></#list>",
          "<#list site.data?keys as k>${k}</#list>",
          "${site.data?size}",
          "${(site.data.more)!'-'}",
          "${(site.data.more??)?c}",
          "<#list (site.data.facts.items)![] as f>${f}</#list>",
          "${asset('css/x.css')}",
          "${stylesheet('css/x.css')}",
          "${stylesheet('css/s.scss')}",
          "${asset('js/x.js')} ${integrity('js/x.js')}",
          "<#attempt>${asset('css/y.css')}<#recover>none</#attempt>",
          "<#attempt><#include '/partials/maybe.ftlh'><#recover>none</#attempt>",
          "<#assign o=.get_optional_template('/partials/maybe.ftlh')>${o.exists?c}<#if"
              + " o.exists><@o.include/></#if>",
          "<#include '*/partials/near.ftlh'>",
          "<#include '/partials/' + (site.params.part)!'one' + '.ftlh'>",
          "<#import '/lib/tools.ftlh' as tools>${tools.word}",
          "<#include '/partials/plain.txt' parse=false>",
          "${words.skip}",
          "${words.archive} ${words.moreFrom({'site': 'x'})}",
          "${href('news/a1.md')} ${href('/pictures/p1.svg')}");

  private static final List<String> OF_ARTICLES =
      List.of(
          "${article.title} ${article.dek} ${article.description} ${(article.params.colour)!}",
          "${(article.date.text)!} ${(article.date.iso)!} ${(article.updated.text)!}",
          "<#if article.date??>${article.date.format('EEEE d MMMM uuuu HH')}</#if>",
          "<#list article.authors as a>${a.name} ${(a.data.bio)!}</#list>",
          "<#list article.authors as a>${a.href}</#list>",
          "<#list article.terms.tags as t>${t.name} ${t.href}</#list>",
          "<#list article.terms.tags as t>${t.count}</#list>",
          "<#list article.contents as h>${h.id} ${h.text}</#list>",
          "<#list article.related as r>${r.title} ${r.href}</#list>",
          "<#list article.related as r>${r.summary}</#list>",
          "${(article.previous.title)!}",
          "${(article.next.href)!}",
          "<#if article.next??>${article.next.summary} ${article.next.readingTime}</#if>",
          "<#if article.next??>${article.next.content}</#if>",
          "<#if article.next??><#list article.next.headings as h>${h.id}</#list></#if>",
          "${(article.series.title)!} ${(article.series.href)!}",
          "${(article.series.position)!}",
          "${(article.series.count)!}",
          "<#if article.series??><#list article.series.articles as a>${a.title}</#list></#if>",
          "${(article.image.src)!} ${(article.image.alt)!}",
          "<#if article.image??>${picture(article.image, {'ratio': '2:1'}).html}</#if>",
          "${article.section.title} ${article.section.href} ${(article.section.params.colour)!}",
          "${article.section.count}",
          "<#list article.section.sections as s>${s.title}</#list>",
          "${article.summary} ${article.words} ${article.readingTime}",
          "<#list article.corrections as c>${c.text} ${(c.date.text)!}</#list>");

  private static final List<String> OF_LISTS =
      List.of(
          "<#list list.items as i>${i.title}</#list>",
          "<#list list.items as i>${i.href}</#list>",
          "<#list list.items as i>${i.summary}</#list>",
          "<#list list.items as i>${i.words}</#list>",
          "<#list list.items as i>${i.content}</#list>",
          "<#list list.items as i>${(i.image.src)!}</#list>",
          "<#list list.items as i><#list i.authors as a>${a.name}</#list></#list>",
          "${list.pager.page}/${list.pager.pages} ${list.pager.next}",
          "<#list list.pager.links as l>${l.title} ${l.href} ${l.current?c}</#list>",
          "${list.total}",
          "${list.content}",
          "${list.title} ${list.href}",
          "${(list.section.dek)!} ${(list.section.params.colour)!}",
          "<#if list.section??><#list list.section.sections as s>${s.title}</#list></#if>",
          "${(list.author.name)!} ${(list.author.data.bio)!}",
          "${(list.term.dek)!} ${(list.term.name)!}",
          "${(list.taxonomy.title)!}",
          "<#if list.taxonomy??><#list list.taxonomy.terms as t>${t.href}</#list></#if>",
          "<#list list.months as m>${m.title}</#list>",
          "<#list list.months as m>${m.count}</#list>");

  private static final List<String> OF_OVERVIEWS =
      List.of(
          "${overview.title}",
          "<#list overview.items as i>${i.title} ${i.href}</#list>",
          "<#list overview.items as i>${i.count}</#list>",
          "<#list overview.items as i><#list i.articles as a>${a.title}</#list></#list>",
          "<#list overview.items as i><#list i.months as m>${m.href}</#list></#list>");

  private static final List<String> LISTS =
      List.of("home", "section", "term", "author", "series", "archive");

  /// Templates that need not be there, each with the one whose questions it may ask.
  private static final Map<String, String> EXTRA =
      new TreeMap<>(
          Map.of(
              "news/article", "article",
              "news/local/article", "article",
              "opinion", "article",
              "news/list", "section",
              "tags/term", "term",
              "partials/maybe", "404",
              "news/partials/near", "404",
              "lite/article", "article",
              "lite/news/list", "section",
              "lite/shortcodes/box", "shortcodes/box"));

  private final Random random;

  AskingTemplates(Random random) {
    this.random = random;
  }

  /// A template for every kind of page, by the path of its file.
  Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    for (String name : List.of("article", "special", "overview", "404")) {
      files.put(file(name), text(name));
    }
    for (String folder : List.of("tags", "authors", "series", "archive")) {
      files.put(file(folder + "/overview"), "<#include \"/overview.ftlh\">");
    }
    LISTS.forEach(name -> files.put(file(name), text(name)));
    List.of("partials/near", "partials/one", "partials/two", "lib/tools", "shortcodes/box")
        .forEach(name -> files.put(file(name), text(name)));
    List.of("shortcodes/link", "shortcodes/data", "shortcodes/deep", "shortcodes/shown")
        .forEach(name -> files.put(file(name), text(name)));
    files.put("templates/partials/plain.txt", "plain");
    return files;
  }

  /// The path of a template that may come and go.
  String extra() {
    List<String> names = new ArrayList<>(EXTRA.keySet());
    names.addAll(List.of("hooks/heading", "hooks/link", "hooks/image", "shortcodes/nosuch"));
    return file(names.get(random.nextInt(names.size())));
  }

  /// Another text for a template.
  ///
  /// @param path the path of its file
  String textOf(String path) {
    String name = path.substring("templates/".length()).replace(".ftlh", "");
    return path.endsWith(".ftlh") ? text(EXTRA.getOrDefault(name, name)) : name + mark();
  }

  private String text(String name) {
    String asked =
        switch (name) {
          case "article" -> one(OF_ARTICLES) + one(OF_ARTICLES) + "${article.content}";
          case "special" -> one(OF_ARTICLES);
          case "overview" -> one(OF_OVERVIEWS);
          case "404", "partials/near", "partials/one", "partials/two" -> "";
          case "lib/tools" -> "<#assign word='word" + mark() + "'>";
          case "shortcodes/box" -> "<div>${shortcode.content} ${site.title}</div>";
          case "shortcodes/link" -> "<a href=\"${shortcode.href(shortcode.args[0])}\">x</a>";
          case "shortcodes/data" -> "${(site.data.facts.items[0])!} ${site.articles?size}";
          case "shortcodes/shown" -> "${shortcode.picture(shortcode.args[0]).html}";
          case "shortcodes/deep" ->
              "<#include '/partials/one.ftlh'><b id=\"deep\">${(article.title)!}</b>";
          case "shortcodes/nosuch" -> "now there is";
          case "hooks/heading" -> "<h${element.level}>${element.text}</h${element.level}>";
          case "hooks/link" ->
              "<a href=\"${element.href}\">${element.html} ${(article.title)!}</a>";
          case "hooks/image" -> "<img src=\"${element.src}\"> ${(site.data.more)!}";
          default -> LISTS.contains(name) ? one(OF_LISTS) + one(OF_LISTS) : "";
        };
    boolean page = !name.contains("/") && random.nextInt(4) > 0;
    return asked + (page ? one(ANYWHERE) : "") + "<!-- " + mark() + " -->";
  }

  private String one(List<String> questions) {
    return questions.get(random.nextInt(questions.size())) + "\n";
  }

  private int mark() {
    return random.nextInt(3);
  }

  private static String file(String name) {
    return "templates/" + name + ".ftlh";
  }
}
