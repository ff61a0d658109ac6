package dev.levee.trace;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// A list that knows which part of it was looked at.
final class NotedList<T> extends AbstractList<T> {

  private final List<T> list;
  private int from = Integer.MAX_VALUE;
  private int to;
  private boolean measured;

  NotedList(List<T> list) {
    this.list = list;
  }

  @Override
  public T get(int index) {
    from = Math.min(from, index);
    to = Math.max(to, index + 1);
    return list.get(index);
  }

  @Override
  public int size() {
    measured = true;
    return list.size();
  }

  /// Goes on without asking for the length before the end is reached, so that a page that shows the
  /// first ten does not hang on how many more there are.
  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        boolean more = next < list.size();
        if (more) {
          get(next);
        } else {
          measured = true;
        }
        return more;
      }

      @Override
      public T next() {
        if (next >= list.size()) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  void noteIn(Reads reads, String key) {
    if (from < to) {
      reads.note(Topic.RANGE, key, from, to);
    }
    if (measured) {
      reads.note(Topic.SIZE, key);
    }
  }
}
