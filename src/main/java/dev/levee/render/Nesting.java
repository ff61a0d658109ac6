package dev.levee.render;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import java.util.ArrayList;
import java.util.List;

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
    List<TracedElement> calls = new ArrayList<>();
    for (int i = 0; i + 1 < open.size(); i++) {
      if (isCall(open.get(i), open.get(i + 1))) {
        if (calls.contains(open.get(i))) {
          return calls.getLast();
        }
        calls.add(open.get(i));
      }
    }
    return calls.isEmpty() ? open.getFirst() : calls.getLast();
  }

  private static boolean isCall(TracedElement element, TracedElement inside) {
    return element.getDescription().startsWith("#include")
        || inside.getDescription().startsWith("#macro")
        || inside.getDescription().startsWith("#function");
  }
}
