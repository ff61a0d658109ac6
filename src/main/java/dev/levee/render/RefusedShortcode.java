package dev.levee.render;

import freemarker.template.TemplateModelException;

/// A shortcode cannot be made of what its author wrote, which has been told already.
final class RefusedShortcode extends TemplateModelException {}
