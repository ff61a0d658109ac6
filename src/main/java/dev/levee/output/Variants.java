package dev.levee.output;

import dev.levee.output.Plan.Delete;
import dev.levee.output.Plan.Operation;
import dev.levee.output.Plan.Put;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Compressed forms of files, and how they take part in a plan: a form is there only while its file
/// is and says the same. So the old forms of a file go right before the file is put or removed, and
/// the new ones come right after it was put.
///
/// @param leaving forms that have to go, whether or not others come in their place
/// @param coming forms that have to be put
record Variants(NavigableMap<OutputPath, Delete> leaving, NavigableMap<OutputPath, Staged> coming) {

  /// Takes the forms out of what is to be done.
  static Variants takenFrom(
      List<Staged> added,
      List<Staged> replaced,
      NavigableMap<OutputPath, Delete> deletes,
      Manifest previous) {
    Variants variants = new Variants(new TreeMap<>(), new TreeMap<>());
    added.removeIf(s -> variants.takes(s, previous));
    replaced.removeIf(s -> variants.takes(s, previous));
    deletes.values().removeIf(variants::takes);
    return variants;
  }

  private boolean takes(Staged form, Manifest previous) {
    if (form.kind() != Kind.VARIANT) {
      return false;
    }
    coming.put(form.path(), form);
    if (previous.get(form.path()).isPresent()) {
      leaving.put(form.path(), new Delete(form.path(), Kind.VARIANT));
    }
    return true;
  }

  private boolean takes(Delete form) {
    return form.kind() == Kind.VARIANT && leaving.put(form.path(), form) == null;
  }

  /// The plan with what has to be done for forms.
  Plan addTo(Plan plan) {
    if (leaving.isEmpty() && coming.isEmpty()) {
      return plan;
    }
    Set<OutputPath> done = new HashSet<>();
    List<Operation> adding = around(plan.adding(), done);
    List<Operation> replacing = around(plan.replacing(), done);
    List<Operation> retiring = around(plan.retiring(), done);
    // the files of these are there and stay: whatever is done, and when, it says the same
    for (Delete form : leaving.values()) {
      if (!done.contains(form.path()) && !coming.containsKey(form.path())) {
        replacing.add(form);
      }
    }
    for (Staged form : coming.values()) {
      if (!done.contains(form.path())) {
        replacing.add(new Put(form));
      }
    }
    return new Plan(plan.previous(), plan.unchanged(), adding, replacing, retiring);
  }

  private List<Operation> around(List<Operation> operations, Set<OutputPath> done) {
    List<Operation> all = new ArrayList<>();
    for (Operation operation : operations) {
      for (Map.Entry<OutputPath, Delete> form : formsOf(operation.path(), leaving)) {
        if (done.add(form.getKey())) {
          all.add(form.getValue());
        }
      }
      all.add(operation);
      if (operation instanceof Put) {
        for (Map.Entry<OutputPath, Staged> form : formsOf(operation.path(), coming)) {
          done.add(form.getKey());
          all.add(new Put(form.getValue()));
        }
      }
    }
    return all;
  }

  /// The forms of a file: its name with one more ending.
  private static <T> List<Map.Entry<OutputPath, T>> formsOf(
      OutputPath file, NavigableMap<OutputPath, T> forms) {
    List<Map.Entry<OutputPath, T>> found = new ArrayList<>();
    String prefix = file.value() + ".";
    for (Map.Entry<OutputPath, T> form : forms.tailMap(file, false).entrySet()) {
      String path = form.getKey().value();
      if (!path.startsWith(file.value())) {
        break;
      }
      if (path.startsWith(prefix)
          && path.indexOf('.', prefix.length()) < 0
          && path.indexOf('/', prefix.length()) < 0) {
        found.add(form);
      }
    }
    return found;
  }
}
