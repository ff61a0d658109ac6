package dev.levee.trace;

/// What a question is about. The texts say it to a person, with `%s` for the subject.
public enum Topic {
  SETTINGS("the settings"),
  PARAMS("'params' in the settings"),
  FEEDS("'feeds' in the settings"),
  MENUS("'menus' in the settings"),
  ARTICLE("the front matter or address of %s"),
  BODY("the text of %s"),
  SUMMARY("the summary of %s"),
  READING("the length of %s"),
  HEADINGS("the headings of %s"),
  RELATED("the articles related to %s"),
  NEIGHBOURS("the articles before and after %s"),
  SERIES_OF("the series of %s"),
  TERMS_OF("the terms of %s"),
  RANGE("the articles of %s"),
  SIZE("the number of articles of %s"),
  PAGES("the number of pages of %s"),
  PAGE_SIZE("'pagination' in the settings"),
  NEWEST("the newest articles of %s"),
  LISTING("the name or address of %s"),
  LISTINGS("the list of all %s"),
  HAS("whether there are %s"),
  SECTION("the section '%s'"),
  SECTION_TEXT("the text of %s"),
  SECTIONS("the list of sections"),
  CHILDREN("the sections in '%s'"),
  TAXONOMIES("the taxonomies"),
  TERMS("the list of all terms of %s"),
  TERM("the term '%s'"),
  AUTHOR("the author '%s'"),
  DATA("the data '%s'"),
  ALL_DATA("which files of data there are"),
  FILE("where '%s' is published"),
  PICTURE("the picture %s"),
  ROUTE("what stands at %s"),
  NEAREST_FILE("which file is nearest to '%s'"),
  NEAREST_PICTURE("which picture is nearest to '%s'"),
  NEAREST_ADDRESS("which address is nearest to %s"),
  HELD_BACK("why '%s' is not published"),
  VACANT("why there is nothing at %s"),
  EVERYTHING("the addresses of the site"),
  TEMPLATE("the template %s"),
  TEMPLATES("which templates there are in '%s'"),
  WORDS("the words of the theme"),
  ASSET("the asset '%s'"),
  INTEGRITY("the hash of the asset '%s'"),
  STYLESHEET("the style sheet '%s'"),
  INLINE_STYLESHEET("the text of the style sheet '%s'"),
  MINIFY_HTML("'minifyHtml' in the settings"),
  ASSETS("which assets there are");

  private final String words;

  Topic(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
