package org.homeward.alert.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
public final class PhotoCopies implements AlarmHandler {

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
  private final ListedPhotos listed;
  private final Again again;
  private final PhotoBytes bytes;
  private final Clock clock;

  /** What becomes of a photo that a notice lists again, after it was deleted here. */
  public enum Again {
    /** It stays deleted, whatever a restored node tells later. */
    NEVER,
    /** It is kept anew: a stop that two people lift is not the end. */
    WHEN_LISTED
  }

  public PhotoCopies(
      GuardedDocuments<PhotoCopy> copies,
      ListedPhotos listed,
      Again again,
      PhotoBytes bytes,
      Clock clock) {
    this.copies = copies;
    this.listed = listed;
    this.again = again;
    this.bytes = bytes;
    this.clock = clock;
  }

  /**
   * Empty when they are not kept here, or are damaged or others: then they are fetched anew.
   *
   * @param digest SHA-256, hex, of the bytes that are asked for
   */
  public Optional<byte[]> read(String link, String size, String digest) {
    return read(link, size).filter(content -> PhotoDigest.is(digest, content));
  }

  private Optional<byte[]> read(String link, String size) {
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
  public void keep(String notice, String link, String size, byte[] content) {
    WriteOutcome.OfPutting<PhotoCopy, Boolean> outcome =
        copies.put(
            link,
            read ->
                read.filter(before -> isSettled(before, notice, link)).isPresent()
                    ? Decision.keep(true)
                    : Decision.write(
                        Edit.<PhotoCopy>of(
                                new PhotoCopy.Held(notice, PhotoKey.fresh().encoded()), BY)
                            .withDues(heldDues(read.isPresent())),
                        true));
    Optional<PhotoCopy> state =
        switch (outcome) {
          case WriteOutcome.Written<PhotoCopy, Boolean>(var now, var _) -> Optional.of(now.state());
          case WriteOutcome.Kept<PhotoCopy, Boolean>(var now, var _) -> Optional.of(now.state());
          case WriteOutcome.NotMade<PhotoCopy, Boolean> _ -> Optional.empty();
        };
    if (state.isPresent() && state.get() instanceof PhotoCopy.Held held) {
      PhotoName name = name(link, size);
      bytes.put(name, PhotoKey.of(held.key()).seal(name, content));
      drop(notice); // it may have been withdrawn since this request began
    }
  }

  private Map<String, Instant> heldDues(boolean again) {
    Instant now = clock.instant();
    Map<String, Instant> dues = new TreeMap<>(Map.of(SETTLE_DUE, now.plus(SETTLED)));
    if (again) {
      dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    }
    return dues;
  }

  private boolean isSettled(Guarded<PhotoCopy> before, String notice, String link) {
    return switch (before.state()) {
      case PhotoCopy.Held _ -> true;
      case PhotoCopy.Gone _ ->
          switch (again) {
            case NEVER -> true;
            case WHEN_LISTED -> !listed.of(notice).containsKey(link);
          };
    };
  }

  /** Deletes what the notice does not list any more; safe to repeat. */
  public void drop(String notice) {
    List<Guarded<PhotoCopy>> all = of(notice);
    if (all.isEmpty()) {
      return;
    }
    Map<String, Set<String>> sizes = listed.of(notice);
    List<String> links = all.stream().map(Guarded::id).toList();
    List<String> dropped = links.stream().filter(link -> !sizes.containsKey(link)).toList();
    dropped.forEach(link -> forgetKey(link, notice)); // upholds 7
    dropped.forEach(this::deleteBytes);
    links.stream()
        .filter(sizes::containsKey)
        .filter(link -> !isListed(sizes, link, ORIGINAL))
        .forEach(link -> bytes.delete(link + APART)); // upholds 8
  }

  /**
   * Whether the notice lists it now: for whoever has fetched its bytes, which may have taken long.
   */
  public boolean isListed(String notice, String link, String size) {
    return isListed(listed.of(notice), link, size);
  }

  /** Since when nobody is given it; empty when it is kept, was never, or was long ago. */
  public Optional<Instant> goneSince(String link) {
    return copies
        .find(link)
        .filter(copy -> copy.state() instanceof PhotoCopy.Gone)
        .map(copy -> copy.dues().get(KeptHistory.GONE_DUE))
        .map(forgotten -> forgotten.minus(GONE_KEPT));
  }

  private static boolean isListed(Map<String, Set<String>> sizes, String link, String size) {
    return sizes.getOrDefault(link, Set.of()).contains(size);
  }

  /** No key is left when the place of the bytes cannot be reached. */
  private void forgetKey(String link, String notice) {
    Instant now = clock.instant();
    Map<String, Instant> dues = new TreeMap<>(Map.of(SETTLE_DUE, now.plus(SETTLED)));
    dues.putAll(KeptHistory.goneDues(now, GONE_KEPT)); // upholds 8
    WriteOutcome<PhotoCopy, Boolean> _ =
        copies.change(
            link,
            read ->
                read.state() instanceof PhotoCopy.Held
                    ? Decision.write(
                        Edit.<PhotoCopy>of(new PhotoCopy.Gone(notice), BY)
                            .withDues(dues)
                            .asEssential(),
                        true)
                    : Decision.keep(true));
  }

  private void deleteBytes(String link) {
    bytes.delete(link); // upholds 7
    bytes.delete(link + APART); // upholds 7
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
