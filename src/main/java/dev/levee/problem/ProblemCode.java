package dev.levee.problem;

import static dev.levee.problem.Severity.ERROR;
import static dev.levee.problem.Severity.WARN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every kind of problem that Levee reports, listed in the handbook with an example and the cure.
public enum ProblemCode {
  // Settings
  NO_SETTINGS(WARN, true),
  BAD_SETTINGS(ERROR, false),
  UNKNOWN_SETTING(WARN, true),
  LOW_CONTRAST(WARN, true),

  // Files
  UNREADABLE_FILE(ERROR, false),
  FILE_TOO_LARGE(ERROR, false),
  INVALID_UTF8(ERROR, false),
  EMPTY_FILE(ERROR, true),
  LINK_OUT_OF_TREE(ERROR, true),
  UNPUBLISHED_FOLDER(WARN, true),
  BAD_DATA(ERROR, false),

  // Front matter
  BAD_YAML(ERROR, false),
  YAML_TOO_LARGE(ERROR, false),
  DUPLICATE_KEY(ERROR, false),
  UNCLOSED_FRONT_MATTER(ERROR, false),
  NOT_YAML(ERROR, false),
  UNKNOWN_KEY(WARN, true),
  WRONG_TYPE(ERROR, true),
  KEYS_DISAGREE(ERROR, true),
  BAD_DATE(ERROR, true),
  BAD_URL(ERROR, false),
  BAD_SLUG(ERROR, true),
  MISSING_TITLE(ERROR, true),
  MISSING_DATE(ERROR, false),
  SCHEMA(ERROR, true),
  SECTION_DRAFT(ERROR, false),
  UNKNOWN_AUTHOR(ERROR, true),

  // Body
  UNKNOWN_SHORTCODE(ERROR, true),
  BAD_SHORTCODE(ERROR, true),
  TOO_DEEP(ERROR, false),
  UNKNOWN_LANGUAGE(WARN, true),
  BAD_ATTRIBUTE(WARN, true),
  BROKEN_LINK(ERROR, true),
  BROKEN_ANCHOR(ERROR, true),
  UNSAFE_LINK(WARN, true),

  // The site as a whole
  DUPLICATE_URL(ERROR, false),
  DUPLICATE_ALIAS(ERROR, true),
  MISSING_PICTURE(ERROR, true),
  BROKEN_PICTURE(ERROR, true),
  UNSTRIPPED_PICTURE(ERROR, true),
  PICTURE_TOO_LARGE(ERROR, true),
  LOST_PICTURE(ERROR, false),
  SHALLOW_CLONE(WARN, true),
  NO_GIT_HISTORY(WARN, true),

  // Templates
  UNKNOWN_LAYOUT(ERROR, true),
  MISSING_TEMPLATE(ERROR, false),
  TEMPLATE_SYNTAX(ERROR, false),
  TEMPLATE_ERROR(ERROR, false),
  BAD_WORDS(ERROR, false),
  MISSING_WORDS(WARN, true),

  // Style sheets and scripts
  MISSING_ASSET(ERROR, true),
  BAD_ASSET(ERROR, false),
  ODD_ASSET(WARN, true),
  PLAIN_ASSETS(WARN, true),

  // What is written
  NOT_A_SITE(ERROR, false),
  FILE_NOT_OURS(ERROR, false),
  HOST_LIMIT(WARN, true),
  POLICY_LIMIT(WARN, true),
  OTHER_CONTENT(ERROR, true),
  OVER_BUDGET(WARN, true),
  LONG_TWIN(WARN, true),
  NO_BROTLI(WARN, true),
  NO_AVIF(WARN, true);

  private final Severity severity;
  private final boolean adjustable;

  ProblemCode(Severity severity, boolean adjustable) {
    this.severity = severity;
    this.adjustable = adjustable;
  }

  /// The name in kebab case, as the settings, the reports and the handbook give it.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The severity when the settings say nothing.
  public Severity severity() {
    return severity;
  }

  /// Whether the settings may change the severity; false where the page cannot exist without a
  /// cure.
  public boolean adjustable() {
    return adjustable;
  }

  public static Optional<ProblemCode> of(String id) {
    return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(ProblemCode::id).toList();
  }
}
