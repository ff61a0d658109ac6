package dev.levee;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import nu.validator.checker.InfoAwareErrorHandler;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The validator of the W3C. To read what it knows of HTML takes longer than to look at a page, so
/// that one is for many pages.
public final class MarkupValidator {

  private static final String HTML = "http://s.validator.nu/html5-all.rnc";

  private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, true);
  private final Said said = new Said();

  public MarkupValidator() throws Exception {
    validator.setUpMainSchema(HTML, new SystemErrErrorHandler());
    validator.setUpValidatorAndParsers(said, false, false);
  }

  /// What is said of a page, errors and warnings alike: `line kind: message`.
  public List<String> mistakes(byte[] page) throws IOException, SAXException {
    said.lines.clear();
    validator.checkHtmlInputSource(new InputSource(new ByteArrayInputStream(page)));
    return List.copyOf(said.lines);
  }

  private static final class Said implements InfoAwareErrorHandler {
    private final TreeSet<String> lines = new TreeSet<>();

    private void add(String kind, SAXParseException e) {
      lines.add(e.getLineNumber() + " " + kind + ": " + e.getMessage());
    }

    @Override
    public void info(SAXParseException e) {
      add("info", e);
    }

    @Override
    public void warning(SAXParseException e) {
      add("warning", e);
    }

    @Override
    public void error(SAXParseException e) {
      add("error", e);
    }

    @Override
    public void fatalError(SAXParseException e) {
      add("fatal", e);
    }
  }
}
