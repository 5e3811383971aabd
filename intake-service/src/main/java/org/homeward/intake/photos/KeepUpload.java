package org.homeward.intake.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.Area;
import org.homeward.pictures.Claim;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.papers.PdfReading;
import org.homeward.pictures.papers.PdfSearch;
import org.homeward.pictures.papers.PdfSign;
import org.homeward.pictures.papers.PdfWalk;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.values.Audience;

/**
 * Takes a photo or a paper in. A picture is read in a process of its own, and what is shown is made
 * anew from its pixels; a PDF is searched for what acts by itself, and kept as it came. The bytes
 * are kept before the document, so that what was accepted is whole.
 */
final class KeepUpload {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NOT_A_PAPER = "not-a-paper";

  private final ChangeUpload changeUpload;
  private final PictureReader reader;
  private final PdfSearch pdfSearch = new PdfSearch(PdfSearch.USUAL_PLACES, PATIENCE);
  private final SealedBytes bytes;
  private final LockedPictures lockedPictures;
  private final Duration originalsKept;
  private final Clock clock;

  /**
   * @param originalsKept how long the bytes of a picture as they came are kept for police
   */
  KeepUpload(
      ChangeUpload changeUpload,
      PictureReader reader,
      SealedBytes bytes,
      LockedPictures lockedPictures,
      Duration originalsKept,
      Clock clock) {
    this.changeUpload = changeUpload;
    this.reader = reader;
    this.bytes = bytes;
    this.lockedPictures = lockedPictures;
    this.originalsKept = originalsKept;
    this.clock = clock;
  }

  /** The wish for an upload. */
  sealed interface As {

    record PhotoOf(String child) implements As {}

    record PhotoOfTip(String child, TakenPicture picture) implements As {}

    /** A picture that this child sent of itself: a supervisor looks first. */
    record SentBy(String child) implements As {}

    record PaperFor(Audience circle) implements As {}
  }

  /** The outcome of an upload. */
  sealed interface Kept {

    record Taken(Guarded<KeptUpload> upload) implements Kept {}

    record KeyReused() implements Kept {}

    record Refused(String rule) implements Kept {}

    record Full() implements Kept {}

    /** Nothing is known of the picture; it may be sent again. */
    record Busy() implements Kept {}
  }

  /** The outcome of the same upload before, whatever has become of the case since. */
  Optional<Kept> repeated(As as, Command command) {
    return changeUpload.repeated(command).map(before -> again(as, before));
  }

  /**
   * @param seen the case as the person has looked at it
   */
  Kept keep(LookAtCase.Seen seen, As as, byte[] file, Command command) {
    if (isOver(seen.id(), as, 0)) {
      return new Kept.Full();
    }
    return switch (as) {
      case As.PaperFor(Audience circle) when PdfWalk.isPdf(file) ->
          pdfSearch
              .search(file)
              .map(
                  read ->
                      switch (read) {
                        case PdfReading.Refused(var rule) -> new Kept.Refused(rule.rule());
                        case PdfReading.Sound(var signs) -> pdf(seen, circle, file, signs, command);
                      })
              .orElseGet(Kept.Busy::new);
      case As.PhotoOf _, As.PhotoOfTip _, As.SentBy _, As.PaperFor _ ->
          picture(seen, as, file, command);
    };
  }

  /** The same key for other readers is another wish: she must not take it for done. */
  private static Kept again(As as, WriteOutcome.OfRepetition<KeptUpload, Boolean> before) {
    return switch (before) {
      case WriteOutcome.Repeated<KeptUpload, Boolean>(var now, var _) ->
          isAnother(as, now.state())
              ? new Kept.KeyReused() // upholds 6
              : new Kept.Taken(now);
      case WriteOutcome.KeyReused<KeptUpload, Boolean>() -> new Kept.KeyReused();
    };
  }

  private static boolean isAnother(As as, KeptUpload made) {
    return switch (as) {
      case As.PaperFor(Audience circle) -> circle != made.paperFor();
      case As.PhotoOf _, As.PhotoOfTip _ -> made instanceof Photo.Waiting;
      case As.SentBy _ -> made instanceof Photo photo && photo.looked() == null;
    };
  }

  private Kept picture(LookAtCase.Seen seen, As as, byte[] file, Command command) {
    try {
      return switch (reader.read(file, Area.WHOLE, PATIENCE)) {
        case Reading.Read read -> {
          EnumMap<UploadPart, byte[]> parts = parts(file, read);
          if (as instanceof As.PhotoOfTip(var _, var picture) && picture.originalUntil() == null) {
            parts.remove(UploadPart.ORIGINAL); // it is what we made
          }
          var seal = new UploadSeal(bytes.newKey(), digests(read));
          yield kept(upload(seen, as, seal, read), as, parts, command);
        }
        case Reading.Refused(Refusal rule) -> new Kept.Refused(ruleOf(as, rule));
        case Reading.Busy() -> new Kept.Busy();
      };
    } catch (ReaderUnavailable e) {
      return new Kept.Busy();
    }
  }

  private static String ruleOf(As as, Refusal rule) {
    boolean couldBePdf = as instanceof As.PaperFor && rule == Refusal.NOT_A_PICTURE;
    return couldBePdf ? NOT_A_PAPER : rule.rule();
  }

  private LiveUpload upload(LookAtCase.Seen seen, As as, UploadSeal seal, Reading.Read read) {
    Instant now = clock.instant();
    Deed uploaded = new Deed(seen.person(), now);
    Instant until = now.plus(originalsKept);
    return switch (as) {
      case As.PhotoOf(String child) ->
          Photo.uploaded(
              seen.id(), child, seen.exercise(), seal, claims(read.claims()), uploaded, until);
      case As.PhotoOfTip(String child, TakenPicture picture) ->
          Photo.ofTip(seen.id(), child, seen.exercise(), seal, picture, uploaded);
      case As.SentBy(String child) ->
          Photo.Waiting.of(
              Photo.uploaded(
                  seen.id(), child, seen.exercise(), seal, claims(read.claims()), uploaded, until));
      case As.PaperFor(Audience circle) ->
          Paper.uploaded(seen.id(), seen.exercise(), circle, seal, uploaded, until, Set.of());
    };
  }

  private Kept pdf(
      LookAtCase.Seen seen, Audience circle, byte[] file, Set<PdfSign> signs, Command command) {
    EnumMap<UploadPart, byte[]> parts = new EnumMap<>(UploadPart.class);
    parts.put(UploadPart.VEILED, SealedBytes.unseen());
    parts.put(UploadPart.DOCUMENT, file);
    var seal =
        new UploadSeal(bytes.newKey(), Map.of(UploadPart.DOCUMENT.text(), UploadSeal.digest(file)));
    Deed uploaded = new Deed(seen.person(), clock.instant());
    Paper paper = Paper.uploaded(seen.id(), seen.exercise(), circle, seal, uploaded, null, signs);
    return kept(paper, new As.PaperFor(circle), parts, command);
  }

  private Kept kept(LiveUpload upload, As as, EnumMap<UploadPart, byte[]> parts, Command command) {
    String id = UUID.randomUUID().toString();
    String by = upload.uploaded().by();
    KeptUpload kept = lockedIfKnown(upload);
    if (kept instanceof LockedUpload && parts.containsKey(UploadPart.ORIGINAL)) {
      parts.keySet().retainAll(Set.of(UploadPart.ORIGINAL));
    }
    bytes.keep(id, upload.seal().key(), parts);
    return switch (changeUpload.create(id, kept, by, command)) {
      case WriteOutcome.Written<KeptUpload, Boolean>(var made, var _) -> counted(made, as, by);
      case WriteOutcome.OfRepetition<KeptUpload, Boolean> other -> {
        bytes.deleteAll(id);
        yield again(as, other);
      }
    };
  }

  /** Nobody is shown again what somebody locked. */
  private KeptUpload lockedIfKnown(LiveUpload upload) {
    return lockedPictures.has(upload.seal())
        ? LockedUpload.of(upload, new Deed(LockedPictures.BY, clock.instant()))
        : upload;
  }

  /** Another upload may have come between the first count and this one: count again. */
  private Kept counted(Guarded<KeptUpload> made, As as, String by) {
    if (made.state() instanceof LockedUpload || !isOver(made.state().caseId(), as, 1)) {
      return new Kept.Taken(made);
    }
    changeUpload.change(made.id(), new UploadCommand.LetGo(), by);
    bytes.deleteAll(made.id());
    return new Kept.Full();
  }

  /**
   * @param own how many of those that are counted are this one
   */
  private boolean isOver(String caseId, As as, int own) {
    return switch (as) {
      case As.PhotoOf _, As.PhotoOfTip _, As.SentBy _ ->
          changeUpload.countOf(caseId, null) >= CasePhoto.MOST_OF_A_CASE + own;
      case As.PaperFor(Audience circle) ->
          changeUpload.countOf(caseId, circle) >= Paper.MOST_OF_A_CIRCLE + own;
    };
  }

  private static EnumMap<UploadPart, byte[]> parts(byte[] picture, Reading.Read read) {
    EnumMap<UploadPart, byte[]> parts = new EnumMap<>(UploadPart.class);
    read.renditions().forEach((which, made) -> parts.put(part(which), made.jpeg()));
    parts.put(UploadPart.ORIGINAL, picture);
    return parts;
  }

  private static Map<String, String> digests(Reading.Read read) {
    Map<String, String> digests = new TreeMap<>();
    read.renditions().forEach((which, made) -> digests.put(part(which).text(), made.digest()));
    digests.put(UploadPart.ORIGINAL.text(), read.digest());
    return digests;
  }

  private static UploadPart part(Rendition which) {
    return switch (which) {
      case LARGE -> UploadPart.LARGE;
      case MEDIUM -> UploadPart.MIDDLE;
      case SMALL -> UploadPart.SMALL;
      case VEILED -> UploadPart.VEILED;
    };
  }

  private static PhotoClaims claims(List<Claim> claims) {
    String takenAt = null;
    String place = null;
    for (Claim claim : claims) {
      switch (claim) {
        case Claim.CameraTime(var at, String offset) -> takenAt = at + offset;
        case Claim.SatelliteTime(Instant at) -> takenAt = takenAt == null ? at.toString() : takenAt;
        case Claim.CameraPlace(double latitude, double longitude) ->
            place = latitude + ", " + longitude;
      }
    }
    return new PhotoClaims(takenAt, place);
  }
}
