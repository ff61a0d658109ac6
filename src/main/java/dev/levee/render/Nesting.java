package dev.levee.render;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Stops templates that include or call one another without end, before the stack of the thread
/// does. Follows the rendering of one page.
final class Nesting implements TemplateProcessingTracer {

  /// Far more than any page needs, far less than a thread can hold.
  private static final int MOST = 500;

  private final List<TracedElement> open = new ArrayList<>();

  @Override
  public void enterElement(Environment environment, TracedElement element) {
    open.add(element);
    if (open.size() > MOST) {
      throw new EndlessTemplateException(call());
    }
  }

  @Override
  public void exitElement(Environment environment, TracedElement element) {
    open.removeLast();
  }

  /// The call that closed the circle: the last before one that had been made already.
  private TracedElement call() {
    Set<String> places = new HashSet<>();
    TracedElement last = open.getFirst();
    for (int i = 0; i + 1 < open.size(); i++) {
      TracedElement element = open.get(i);
      if (isCall(element, open.get(i + 1))) {
        if (!places.add(place(element))) {
          return last;
        }
        last = element;
      }
    }
    return last;
  }

  /// Two threads that need a template at the same time may get one each, so elements are told apart
  /// by where they stand.
  private static String place(TracedElement element) {
    return element.getTemplate().getName()
        + ":"
        + element.getBeginLine()
        + ":"
        + element.getBeginColumn();
  }

  private static boolean isCall(TracedElement element, TracedElement inside) {
    return element.getDescription().startsWith("#include")
        || inside.getDescription().startsWith("#macro")
        || inside.getDescription().startsWith("#function");
  }
}
