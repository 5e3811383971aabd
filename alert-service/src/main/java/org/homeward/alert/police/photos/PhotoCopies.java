package org.homeward.alert.police.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoDamaged;
import org.homeward.pictures.keeping.PhotoKey;
import org.homeward.pictures.keeping.PhotoName;

/** Keeps the bytes of photos sealed, for as long as a notice lists them. */
final class PhotoCopies implements AlarmHandler {

  private static final String BY = "alert";
  private static final String SETTLE_DUE = "settle";
  private static final int BATCH = 200;

  /** Stored apart, because it is deleted earlier and is in no backup. */
  private static final String ORIGINAL = "original";

  private static final String APART = "-original";

  /** Longer than a request that keeps bytes. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  /** Nobody asks for a link of last month. */
  private static final Duration GONE_KEPT = Duration.ofDays(30);

  private final GuardedDocuments<PhotoCopy> copies;
  private final GuardedDocuments<PoliceNotice> notices;
  private final PhotoBytes bytes;
  private final Clock clock;

  PhotoCopies(
      GuardedDocuments<PhotoCopy> copies,
      GuardedDocuments<PoliceNotice> notices,
      PhotoBytes bytes,
      Clock clock) {
    this.copies = copies;
    this.notices = notices;
    this.bytes = bytes;
    this.clock = clock;
  }

  /** Empty when they are not kept here, or damaged: then they are fetched anew. */
  Optional<byte[]> read(String link, String size) {
    PhotoName name = name(link, size);
    try {
      return copies
          .find(link)
          .flatMap(
              copy ->
                  copy.state() instanceof PhotoCopy.Held held
                      ? bytes.get(name).map(found -> PhotoKey.of(held.key()).open(name, found))
                      : Optional.empty());
    } catch (PhotoDamaged e) {
      return Optional.empty();
    }
  }

  /** The document first, so that whoever withdraws the photo meanwhile finds it. */
  void keep(String notice, NoticePhoto photo, String size, byte[] content) {
    Instant settle = clock.instant().plus(SETTLED);
    WriteOutcome.OfPutting<PhotoCopy, Boolean> outcome =
        copies.put(
            photo.id(),
            read ->
                read.isPresent()
                    ? Decision.keep(true)
                    : Decision.write(
                        Edit.<PhotoCopy>of(
                                new PhotoCopy.Held(notice, PhotoKey.fresh().encoded()), BY)
                            .withDues(Map.of(SETTLE_DUE, settle)),
                        true));
    Optional<PhotoCopy> state =
        switch (outcome) {
          case WriteOutcome.Written<PhotoCopy, Boolean>(var now, var _) -> Optional.of(now.state());
          case WriteOutcome.Kept<PhotoCopy, Boolean>(var now, var _) -> Optional.of(now.state());
          case WriteOutcome.NotMade<PhotoCopy, Boolean> _ -> Optional.empty();
        };
    if (state.isPresent() && state.get() instanceof PhotoCopy.Held held) {
      PhotoName name = name(photo.id(), size);
      bytes.put(name, PhotoKey.of(held.key()).seal(name, content));
      drop(notice); // it may have been withdrawn since this request began
    }
  }

  /** Deletes what the notice does not list any more; safe to repeat. */
  void drop(String notice) {
    List<Guarded<PhotoCopy>> all = of(notice);
    if (all.isEmpty()) {
      return;
    }
    Map<String, NoticePhoto> listed = listed(notice);
    for (Guarded<PhotoCopy> copy : all) {
      NoticePhoto photo = listed.get(copy.id());
      if (photo == null) {
        drop(copy.id(), notice);
      } else if (!photo.digests().containsKey(ORIGINAL)) {
        bytes.delete(copy.id() + APART); // upholds 8
      }
    }
  }

  private void drop(String link, String notice) {
    Instant now = clock.instant();
    WriteOutcome<PhotoCopy, Boolean> _ =
        copies.change(
            link,
            read ->
                read.state() instanceof PhotoCopy.Held
                    ? Decision.write(
                        Edit.<PhotoCopy>of(new PhotoCopy.Gone(notice), BY)
                            .withDues(
                                Map.of(
                                    SETTLE_DUE,
                                    now.plus(SETTLED),
                                    KeptHistory.FORGET_DUE,
                                    now, // upholds 8
                                    KeptHistory.GONE_DUE,
                                    now.plus(GONE_KEPT)))
                            .asEssential(),
                        true)
                    : Decision.keep(true));
    bytes.delete(link); // upholds 7
    bytes.delete(link + APART); // upholds 7
  }

  private Map<String, NoticePhoto> listed(String notice) {
    return notices
        .find(notice)
        .map(Guarded::state)
        .filter(PoliceNotice.Active.class::isInstance)
        .map(state -> ((PoliceNotice.Active) state).photos())
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(NoticePhoto::id, photo -> photo));
  }

  private List<Guarded<PhotoCopy>> of(String notice) {
    List<Guarded<PhotoCopy>> all = new ArrayList<>();
    List<Guarded<PhotoCopy>> page = copies.page(PhotoCopy.NOTICE, notice, "", BATCH);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = copies.page(PhotoCopy.NOTICE, notice, page.getLast().id(), BATCH);
    }
    return all;
  }

  /** Looks once more at a copy that was made, or dropped, while the other went on. */
  @Override
  public void due(String id) {
    copies
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(SETTLE_DUE))
        .ifPresent(
            read -> {
              drop(read.state().notice());
              Map<String, Instant> left = new TreeMap<>(read.dues());
              left.remove(SETTLE_DUE);
              copies.note(read, read.state(), left);
            });
  }

  /** Whether bytes under this name are of a copy. */
  boolean holds(String kept) {
    String link = kept.endsWith(APART) ? kept.substring(0, kept.length() - APART.length()) : kept;
    return copies.find(link).filter(copy -> copy.state() instanceof PhotoCopy.Held).isPresent();
  }

  private static PhotoName name(String link, String size) {
    return size.equals(ORIGINAL)
        ? new PhotoName(link + APART, ORIGINAL)
        : new PhotoName(link, "size-" + letters(size));
  }

  /** A part's name has no digits. */
  private static String letters(String size) {
    return switch (size) {
      case "96" -> "small";
      case "400" -> "medium";
      default -> "large";
    };
  }
}
