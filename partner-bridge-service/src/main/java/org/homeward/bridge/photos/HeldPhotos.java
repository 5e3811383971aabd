package org.homeward.bridge.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.dialogue.FollowPhotos;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoDamaged;
import org.homeward.pictures.keeping.PhotoKey;
import org.homeward.pictures.keeping.PhotoName;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedPhoto;
import org.jspecify.annotations.Nullable;

/** Keeps photos of partners' cases sealed, for as long as their handover lists them. */
public final class HeldPhotos implements FollowPhotos, AlarmHandler {

  private static final String BY = "bridge";
  private static final String SETTLE_DUE = "settle";
  private static final String ASK_DUE = "ask";
  private static final int BATCH = 200;

  /** Longer than a request that keeps bytes. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  /** How long a withdrawn photo may stay here when no message says that it was withdrawn. */
  private static final Duration ASKED_EVERY = Duration.ofHours(1);

  /** A receipt counts them until then. */
  private static final Duration GONE_KEPT = Duration.ofDays(40);

  private final GuardedDocuments<PhotoCopy> copies;
  private final GuardedDocuments<Handover> handovers;
  private final PhotoBytes bytes;
  private final DerivedIds ids;
  private final Clock clock;

  HeldPhotos(
      GuardedDocuments<PhotoCopy> copies,
      GuardedDocuments<Handover> handovers,
      PhotoBytes bytes,
      DerivedIds ids,
      Clock clock) {
    this.copies = copies;
    this.handovers = handovers;
    this.bytes = bytes;
    this.ids = ids;
    this.clock = clock;
  }

  /** Those that the owner lets this node have, by their id in the handover; none after its end. */
  static Map<String, HandedPhoto> listed(Handover state) {
    Map<String, HandedPhoto> listed = new LinkedHashMap<>();
    HandedCase content = state instanceof Held.Released held ? held.content() : null;
    if (content != null) {
      content.photos().forEach(photo -> listed.putIfAbsent(photo.id(), photo));
    }
    return listed;
  }

  /** The same, and none once the lease is over. */
  static Map<String, HandedPhoto> listed(Handover state, Instant now) {
    return state instanceof Held.Released held && now.isBefore(held.lent().until())
        ? listed(state)
        : Map.of(); // upholds 4
  }

  /** As the handover stands now, and not when a request began. */
  Optional<Handover> handover(String id) {
    return handovers.find(id).map(Guarded::state);
  }

  /** Whether the owner lists it again, after a version of the case in which it had not. */
  static boolean mayComeBack(PhotoCopy.Gone gone, @Nullable Handover state) {
    return state instanceof Held held
        && held.content() != null
        && gone.mayComeBack(held.content().caseVersion());
  }

  Optional<PhotoCopy> find(String handover, String photo) {
    return copies.find(id(handover, photo)).map(Guarded::state);
  }

  /** Partners choose ids of photos: no two of them share a document. */
  String id(String handover, String photo) {
    return ids.of("partner-photo", handover + "/" + photo, 0);
  }

  /** Empty when the bytes are not here, or damaged: then they are fetched anew. */
  Optional<byte[]> read(PhotoCopy.Held held, Rendition size) {
    PhotoName name = name(id(held.handover(), held.photo()), size);
    try {
      return bytes.get(name).map(found -> PhotoKey.of(held.key()).open(name, found));
    } catch (PhotoDamaged e) {
      return Optional.empty();
    }
  }

  /** The document first, so that whoever withdraws the photo meanwhile finds it. */
  void keep(String handover, String photo, Reading.Read read, String by) {
    Instant now = clock.instant();
    var fresh = new PhotoCopy.Held(handover, photo, PhotoKey.fresh().encoded(), by, now, null);
    if (put(handover, photo, fresh, by).orElse(null) instanceof PhotoCopy.Held held) {
      PhotoKey key = PhotoKey.of(held.key());
      read.renditions()
          .forEach(
              (size, made) -> {
                PhotoName name = name(id(handover, photo), size);
                bytes.put(name, key.seal(name, made.jpeg()));
              });
      follow(handover); // it may have been withdrawn since this request began
    }
  }

  /** Nothing of it is kept. */
  void refuse(String handover, String photo, String by) {
    put(handover, photo, new PhotoCopy.Unreadable(handover, photo), by);
    follow(handover);
  }

  private Optional<PhotoCopy> put(String handover, String photo, PhotoCopy made, String by) {
    Instant now = clock.instant();
    Map<String, Instant> dues = new TreeMap<>(Map.of(SETTLE_DUE, now.plus(SETTLED)));
    if (made instanceof PhotoCopy.Held) {
      dues.put(ASK_DUE, now.plus(ASKED_EVERY));
    }
    Handover state = handover(handover).orElse(null);
    WriteOutcome.OfPutting<PhotoCopy, Boolean> outcome =
        copies.put(
            id(handover, photo),
            read ->
                read.filter(kept -> stays(kept.state(), state)).isPresent()
                    ? Decision.keep(true)
                    : Decision.write(Edit.of(made, by).withDues(dues), true));
    return switch (outcome) {
      case WriteOutcome.Written<PhotoCopy, Boolean>(var kept, var _) -> Optional.of(kept.state());
      case WriteOutcome.Kept<PhotoCopy, Boolean>(var kept, var _) -> Optional.of(kept.state());
      case WriteOutcome.NotMade<PhotoCopy, Boolean> _ -> Optional.empty();
    };
  }

  private static boolean stays(PhotoCopy kept, @Nullable Handover state) {
    return !(kept instanceof PhotoCopy.Gone gone) || !mayComeBack(gone, state);
  }

  @Override
  public void follow(String handover) {
    List<Guarded<PhotoCopy>> all = of(handover);
    if (all.isEmpty()) {
      return;
    }
    Handover state = handover(handover).orElse(null);
    Map<String, HandedPhoto> listed = state == null ? Map.of() : listed(state);
    List<String> keep = listed.keySet().stream().map(photo -> id(handover, photo)).toList();
    HandedCase content = state instanceof Held held ? held.content() : null;
    Long version = content == null ? null : content.caseVersion();
    all.stream().filter(copy -> !keep.contains(copy.id())).forEach(copy -> end(copy.id(), version));
  }

  /** Erases all of a handover; returns how many had been here. Safe to repeat. */
  public int erase(String handover) {
    of(handover).forEach(copy -> end(copy.id(), null));
    return (int)
        of(handover).stream()
            .filter(copy -> copy.state() instanceof PhotoCopy.Gone gone && gone.fetched())
            .count();
  }

  /** The owner says that this node may not have it any more. */
  void drop(String handover, String photo) {
    end(id(handover, photo), null);
  }

  /** The owner lets nobody see it for now; it stays so until the owner says otherwise. */
  void hide(PhotoCopy.Held held) {
    mark(held, clock.instant());
  }

  void show(PhotoCopy.Held held) {
    mark(held, null);
  }

  private void mark(PhotoCopy.Held held, @Nullable Instant hidden) {
    WriteOutcome<PhotoCopy, Boolean> _ =
        copies.change(
            id(held.handover(), held.photo()),
            read ->
                read.state() instanceof PhotoCopy.Held now
                        && (now.hidden() == null) != (hidden == null)
                    ? Decision.write(
                        Edit.<PhotoCopy>of(now.hiddenSince(hidden), BY)
                            .withDues(read.dues())
                            .asEssential(),
                        true)
                    : Decision.keep(true));
  }

  Optional<Guarded<PhotoCopy>> dueToAsk(String id) {
    return copies.find(id).filter(read -> read.dueAt(clock.instant()).contains(ASK_DUE));
  }

  /** The owner was asked, whatever it said. */
  void asked(String id) {
    dueToAsk(id)
        .ifPresent(
            read -> {
              Map<String, Instant> next = new TreeMap<>(read.dues());
              next.put(ASK_DUE, clock.instant().plus(ASKED_EVERY));
              copies.note(read, read.state(), next);
            });
  }

  /**
   * @param unlisted the version of the case that lists it no more; null where it stays gone
   */
  private void end(String id, @Nullable Long unlisted) {
    Instant now = clock.instant();
    WriteOutcome<PhotoCopy, Boolean> _ =
        copies.change(
            id,
            read ->
                read.state() instanceof PhotoCopy.Gone gone
                        && (unlisted != null || gone.unlisted() == null)
                    ? Decision.keep(true)
                    : Decision.write(
                        Edit.<PhotoCopy>of(gone(read.state(), unlisted), BY)
                            .withDues(
                                Map.of(
                                    SETTLE_DUE,
                                    now.plus(SETTLED),
                                    KeptHistory.FORGET_DUE,
                                    now,
                                    KeptHistory.GONE_DUE,
                                    now.plus(GONE_KEPT)))
                            .asEssential(),
                        true));
    bytes.delete(id); // upholds 7
  }

  private static PhotoCopy gone(PhotoCopy before, @Nullable Long unlisted) {
    boolean fetched =
        before instanceof PhotoCopy.Held
            || (before instanceof PhotoCopy.Gone gone && gone.fetched());
    return new PhotoCopy.Gone(before.handover(), fetched, unlisted);
  }

  private List<Guarded<PhotoCopy>> of(String handover) {
    List<Guarded<PhotoCopy>> all = new ArrayList<>();
    List<Guarded<PhotoCopy>> page = copies.page(PhotoCopy.HANDOVER, handover, "", BATCH);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = copies.page(PhotoCopy.HANDOVER, handover, page.getLast().id(), BATCH);
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
              if (read.state() instanceof PhotoCopy.Gone) {
                bytes.delete(id);
              } else {
                follow(read.state().handover());
              }
              Map<String, Instant> left = new TreeMap<>(read.dues());
              left.remove(SETTLE_DUE);
              copies.note(read, read.state(), left);
            });
  }

  /** Whether bytes under this name are of a photo that is held. */
  boolean holds(String kept) {
    return copies.find(kept).filter(copy -> copy.state() instanceof PhotoCopy.Held).isPresent();
  }

  private static PhotoName name(String id, Rendition size) {
    return new PhotoName(
        id,
        switch (size) {
          case SMALL -> "small";
          case MEDIUM -> "medium";
          case LARGE -> "large";
          case VEILED -> "veiled";
        });
  }
}
