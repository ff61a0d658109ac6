package dev.levee.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateSequenceModel;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns plain values into what FreeMarker works on. It knows texts, numbers, truth values, lists,
/// maps and views, and refuses everything else, so that no Java object can get into a template.
final class Models implements ObjectWrapper {

  static final Models INSTANCE = new Models();

  private Models() {}

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    if (value == null) {
      return null;
    } else if (value instanceof String text) {
      return new SimpleScalar(text);
    } else if (value instanceof TemplateModel model) {
      return model;
    } else if (value instanceof Boolean flag) {
      return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    } else if (value instanceof Number number) {
      return new SimpleNumber(number);
    } else if (value instanceof Optional<?> optional) {
      return wrap(optional.orElse(null));
    } else if (value instanceof List<?> list) {
      return new Sequence(list);
    } else if (value instanceof Map<?, ?> map) {
      return new Hash(map);
    }
    throw new TemplateModelException("a template cannot see a " + value.getClass().getSimpleName());
  }

  private record Sequence(List<?> list) implements TemplateSequenceModel, TemplateCollectionModel {
    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
      return index < 0 || index >= list.size() ? null : INSTANCE.wrap(list.get(index));
    }

    @Override
    public int size() {
      return list.size();
    }

    @Override
    public TemplateModelIterator iterator() {
      return new Walk(list.iterator());
    }
  }

  private record Hash(Map<?, ?> map) implements TemplateHashModelEx {
    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return INSTANCE.wrap(map.get(key));
    }

    @Override
    public boolean isEmpty() {
      return map.isEmpty();
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public TemplateCollectionModel keys() {
      return new Sequence(List.copyOf(map.keySet()));
    }

    @Override
    public TemplateCollectionModel values() {
      return () -> new Walk(map.values().iterator());
    }
  }

  private record Walk(Iterator<?> iterator) implements TemplateModelIterator {
    @Override
    public @Nullable TemplateModel next() throws TemplateModelException {
      return INSTANCE.wrap(iterator.next());
    }

    @Override
    public boolean hasNext() {
      return iterator.hasNext();
    }
  }
}
