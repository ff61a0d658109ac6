package dev.levee.live;

import dev.levee.build.Cache;
import dev.levee.output.Output;
import dev.levee.picture.Darkroom;
import dev.levee.picture.Pictures;
import dev.levee.picture.Pictures.Fault;
import dev.levee.picture.Recipe;
import dev.levee.picture.Rendition;
import dev.levee.picture.Shelf;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.raster.Avifenc;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The smaller pictures that pages have named, made when a browser wants one. Safe to use from
/// several threads.
final class LivePictures {

  private final Shelf shelf;

  /// By the path of the file.
  private final Map<String, Rendition> named = new ConcurrentHashMap<>();

  /// Why some of them could not be made, which is not tried again as long as the site is this one.
  private final Map<Rendition, Fault> faults = new ConcurrentHashMap<>();

  LivePictures(Cache cache) {
    this.shelf = new Shelf(cache.pictures(), false);
  }

  /// The pictures of a site as it is now.
  Pictures of(Site site, Optional<Avifenc> avifenc) {
    List<ResourceFile> files = site.routes().files();
    Set<String> sources = files.stream().map(ResourceFile::path).collect(Collectors.toSet());
    named.values().removeIf(rendition -> !sources.contains(rendition.source()));
    faults.clear();
    return new Pictures(site.config(), files, shelf::memory, avifenc);
  }

  /// Notes which pictures a page names.
  ///
  /// @param asked what the page hangs on
  void note(Pictures pictures, Collection<Question> asked) {
    for (Question question : asked) {
      if (question.topic() == Topic.PICTURE) {
        pictures
            .renditions(question.first(), Recipe.of(question.second()))
            .ifPresent(found -> found.all().forEach(r -> named.put(r.path().file(), r)));
      }
    }
  }

  /// The picture at a path that a page has named; nothing when it cannot be made.
  Optional<Output.Content> at(String file, Pictures pictures, Darkroom darkroom) {
    Rendition rendition = named.get(file);
    if (rendition == null) {
      return Optional.empty();
    }
    if (!pictures.isStill(rendition)) {
      named.remove(file);
      return Optional.empty();
    }
    Optional<byte[]> bytes = shelf.bytes(rendition);
    if (bytes.isEmpty()) {
      synchronized (rendition) {
        bytes = shelf.bytes(rendition);
        if (bytes.isEmpty() && !faults.containsKey(rendition)) {
          Map<String, Fault> fault = darkroom.make(List.of(rendition), (done, all) -> {});
          fault.values().forEach(why -> faults.put(rendition, why));
          bytes = shelf.bytes(rendition);
        }
      }
    }
    return bytes.map(Output.Bytes::new);
  }

  /// Why pictures that were asked for could not be made.
  List<Problem> problems(Site site) {
    Problems found = new Problems();
    Map<String, Fault> bySource = new HashMap<>();
    faults.forEach((rendition, fault) -> bySource.put(rendition.source(), fault));
    for (Route.Resource resource :
        bySource.isEmpty() ? List.<Route.Resource>of() : site.routes().resources()) {
      Fault fault = bySource.get(resource.file().path());
      if (fault != null) {
        found.add(fault.code(), resource.origin(), "this picture " + fault.why(), fault.hint());
      }
    }
    return found.added();
  }

  /// Develops pictures within half of the memory.
  Darkroom darkroom(Pictures pictures) {
    return new Darkroom(pictures, shelf, Runtime.getRuntime().maxMemory() / 2);
  }
}
