package org.homeward.intake.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Carries out what people, the time and the end of a case do to a photo or a paper. */
final class ChangeUpload {

  /** Bytes are to be deleted that the document does not need any more. */
  static final String BYTES_DUE = "bytes";

  /** Due at which to check whether the case was being erased while the photo was uploaded. */
  static final String SETTLE_DUE = "settle";

  static final String ORIGINAL_DUE = "original";

  /** The photo changed after its release, so the case has to be told. */
  static final String CHANGED = "photo.changed.v1";

  /** The public may be shown it no more, which an earlier copy does not know. */
  static final String TAKEN_BACK = "photo.taken-back.v1";

  /** A child's own picture waits for a supervisor. */
  static final String WAITS = "photo.waits.v1";

  /** A supervisor lets the team be shown it. */
  static final String SHOWN = "photo.shown.v1";

  static final String LOCKED = "photo.locked.v1";
  static final String GONE = "photo.gone.v1";

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final int BATCH = 200;

  private final GuardedDocuments<KeptUpload> photos;
  private final Clock clock;

  ChangeUpload(GuardedDocuments<KeptUpload> photos, Clock clock) {
    this.photos = photos;
    this.clock = clock;
  }

  Optional<WriteOutcome.OfRepetition<KeptUpload, Boolean>> repeated(Command command) {
    return photos.repeated(command);
  }

  /** The id of the upload that a command has made, whatever has become of it. */
  Optional<String> madeBy(Command command) {
    return photos.createdBy(command);
  }

  /** Whom a photo is said to show; empty where nothing says so any more. */
  Optional<String> childOf(String id) {
    return photos
        .find(id)
        .map(
            found ->
                switch (found.state()) {
                  case Photo photo -> photo.child();
                  case Photo.Waiting waiting -> waiting.photo().child();
                  case LockedUpload locked -> locked.child();
                  case Paper _, GoneUpload _ -> null;
                });
  }

  /** The same command before, to this upload. */
  Optional<WriteOutcome.OfRepetition<KeptUpload, UploadDecision>> repeated(
      String id, Command command) {
    WriteOutcome.OfRequest<KeptUpload, UploadDecision> outcome =
        photos.change(
            id, List.of(Check.once(command)), _ -> Decision.keep(new UploadDecision.Unchanged()));
    return outcome instanceof WriteOutcome.OfRepetition<KeptUpload, UploadDecision> before
        ? Optional.of(before)
        : Optional.empty();
  }

  WriteOutcome.OfCreating<KeptUpload, Boolean> create(
      String id, KeptUpload upload, String by, Command command) {
    Map<String, Instant> dues = dues(upload);
    dues.put(SETTLE_DUE, clock.instant().plus(SETTLED));
    Edit<KeptUpload> edit =
        switch (upload) {
          case LockedUpload _ ->
              Edit.<KeptUpload>of(upload, by, LOCKED).withDues(dues).asEssential();
          case Photo.Waiting _ -> Edit.<KeptUpload>of(upload, by, WAITS).withDues(dues);
          case Photo _, Paper _, GoneUpload _ -> Edit.<KeptUpload>of(upload, by).withDues(dues);
        };
    return photos.create(id, edit, command, true);
  }

  /** Those of a case, however they stand. */
  List<Guarded<KeptUpload>> of(String caseId) {
    List<Guarded<KeptUpload>> all = new ArrayList<>();
    List<Guarded<KeptUpload>> page = photos.page(KeptUpload.CASE_ID, caseId, "", BATCH);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = photos.page(KeptUpload.CASE_ID, caseId, page.getLast().id(), BATCH);
    }
    return all;
  }

  /**
   * Without tombstones.
   *
   * @param circle that papers are for: of those of another one nobody learns here; null for photos
   */
  long countOf(String caseId, @Nullable Audience circle) {
    return of(caseId).stream()
        .filter(each -> each.state().paperFor() == circle) // upholds 6
        .filter(each -> !(each.state() instanceof GoneUpload))
        .count();
  }

  /**
   * @param version that the person has read; empty for what is about the photo whatever it is
   */
  WriteOutcome.OfRequest<KeptUpload, UploadDecision> change(
      LookAtUpload.SeenUpload seen, OptionalLong version, Command command, UploadCommand wish) {
    String by = seen.ofCase().person();
    return photos.change(seen.id(), Check.of(command, version), read -> decided(read, wish, by));
  }

  /** For no request: whatever version the photo has. */
  WriteOutcome.OfChanging<KeptUpload, UploadDecision> change(
      String id, UploadCommand wish, String by) {
    return photos.change(id, read -> decided(read, wish, by));
  }

  /**
   * After a restore; a copy as new as the line is left alone: it also knows who confirmed it again.
   *
   * @param version that the photo had when it was taken back
   * @return whether the public could be shown it until now, or somebody proposed it
   */
  boolean takeBackAgain(String id, long version, Predicate<Guarded<?>> isOfTheCopy) {
    WriteOutcome.OfChanging<KeptUpload, UploadDecision> outcome =
        photos.change(
            id,
            read ->
                isOfTheCopy.test(read) && read.version() >= version
                    ? Decision.keep(new UploadDecision.Unchanged())
                    : decided(read, new UploadCommand.TakeBack(), Replay.BY));
    return outcome instanceof WriteOutcome.Written<KeptUpload, UploadDecision>;
  }

  /**
   * After a restore; the record of a destroyed one takes the place of whatever the copy has.
   *
   * @return whether the copy did not know it
   */
  boolean destroyedAgain(String id, GoneUpload gone) {
    WriteOutcome.OfPutting<KeptUpload, Boolean> outcome =
        photos.put(
            id,
            found ->
                found.filter(ChangeUpload::isDestroyed).isPresent()
                    ? Decision.keep(false)
                    : Decision.write(
                        Edit.<KeptUpload>of(gone, Replay.BY, GONE)
                            .withDues(dues(gone))
                            .asEssential(),
                        true));
    return outcome instanceof WriteOutcome.Written<KeptUpload, Boolean>;
  }

  private static boolean isDestroyed(Guarded<KeptUpload> read) {
    return read.state() instanceof GoneUpload gone && gone.isDestroyed();
  }

  /** As it stands now. */
  Optional<KeptUpload> now(String id) {
    return photos.find(id).map(Guarded::state);
  }

  /** Removes a due that is answered. */
  void answered(Guarded<KeptUpload> read, String due) {
    Map<String, Instant> left = new TreeMap<>(read.dues());
    left.remove(due);
    photos.note(read, read.state(), left);
  }

  private Decision<KeptUpload, UploadDecision> decided(
      Guarded<KeptUpload> read, UploadCommand wish, String by) {
    UploadDecision decided = UploadDecisions.decide(read.state(), wish, clock.instant());
    return switch (decided) {
      case UploadDecision.Changed(KeptUpload next) -> Decision.write(edit(read, next, by), decided);
      case UploadDecision.Unchanged _, UploadDecision.Refused _ -> Decision.keep(decided);
    };
  }

  private Edit<KeptUpload> edit(Guarded<KeptUpload> read, KeptUpload next, String by) {
    Instant settle = read.dues().get(SETTLE_DUE);
    Map<String, Instant> dues = dues(next);
    boolean isSettled =
        next instanceof GoneUpload || next instanceof LockedUpload locked && locked.caseErased();
    if (settle != null && !isSettled) {
      dues.put(SETTLE_DUE, settle);
    }
    return switch (next) {
      case Photo photo when read.state() instanceof Photo.Waiting ->
          Edit.<KeptUpload>of(photo, by, SHOWN).withDues(dues);
      case Photo photo when isTakenBack(read.state(), photo) ->
          Edit.<KeptUpload>of(photo, by, CHANGED, TAKEN_BACK).withDues(dues).asEssential();
      case Photo photo ->
          photo.released() == null
              ? Edit.<KeptUpload>of(photo, by).withDues(dues)
              : Edit.<KeptUpload>of(photo, by, CHANGED).withDues(dues);
      case Photo.Waiting _, Paper _ -> Edit.<KeptUpload>of(next, by).withDues(dues);
      case LockedUpload locked ->
          Edit.<KeptUpload>of(locked, by, LOCKED).withDues(dues).asEssential();
      case GoneUpload gone -> Edit.<KeptUpload>of(gone, by, GONE).withDues(dues).asEssential();
    };
  }

  /** By a person, or by a new description: what two people said was about the earlier one. */
  private static boolean isTakenBack(KeptUpload before, Photo now) {
    return before instanceof Photo photo && photo.wish() != null && now.wish() == null;
  }

  private Map<String, Instant> dues(KeptUpload next) {
    Instant now = clock.instant();
    Map<String, Instant> dues = new TreeMap<>();
    switch (next) {
      case LiveUpload live -> {
        if (live.originalUntil() == null || live.looked() != null) {
          dues.put(BYTES_DUE, now);
        }
        if (live.originalUntil() != null) {
          dues.put(ORIGINAL_DUE, live.originalUntil()); // upholds 8
        }
      }
      case LockedUpload locked -> {
        dues.put(BYTES_DUE, now);
        if (locked.caseErased()) {
          dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        }
      }
      case GoneUpload gone -> {
        dues.put(BYTES_DUE, now); // upholds 8
        dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        if (gone.destroyed() == null) {
          dues.put(KeptHistory.GONE_DUE, now.plus(GoneUpload.KEPT));
        }
      }
    }
    return dues;
  }
}
