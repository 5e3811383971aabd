package org.homeward.alert.orders.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Which pictures stand in a preview, and which of them may be shown later. */
class OpenPhotoTest {

  private static final String BOY = PreviewSamples.BOY;
  private static final String GIRL = PreviewSamples.GIRL;

  private final Map<String, ChildStatus> children =
      new TreeMap<>(Map.of(BOY, ChildStatus.MISSING, GIRL, ChildStatus.MISSING));
  private final List<CasePhoto> photos =
      new ArrayList<>(
          List.of(
              photo("of-police", BOY, Map.of(), PhotoLabel.UNCHANGED),
              photo("of-boy", BOY, Map.of("400", "b4", "1600", "b16"), PhotoLabel.UNCHANGED),
              photo("of-girl", GIRL, Map.of("400", "g4", "1600", "g16"), PhotoLabel.EDITED)));
  private boolean frozen;

  private static CasePhoto photo(
      String id, String child, Map<String, String> shown, PhotoLabel label) {
    return new CasePhoto(
        id,
        child,
        Code.of(PhotoSource.FAMILY),
        null,
        Code.of(PhotoWitness.PARENT),
        Code.of(label),
        shown.isEmpty() ? Set.of() : Set.of(Audience.POLICE, Audience.PUBLIC),
        Map.of("400", "whole"),
        shown);
  }

  private CaseSnapshot told() {
    return new CaseSnapshot(
            PreviewSamples.CASE,
            "rs",
            false,
            CaseStatus.OPEN,
            frozen,
            false,
            Set.of(),
            children,
            List.of())
        .withPhotos(photos);
  }

  private PreviewDocument approved() {
    PreviewDocument all = PreviewSamples.document(1, 0, false);
    return new PreviewDocument(
        all.alert(),
        all.edition(),
        all.caseId(),
        all.caseVersion(),
        all.home(),
        all.exercise(),
        Audience.PUBLIC,
        all.vocabulary(),
        all.rule(),
        null,
        all.until(),
        all.authority(),
        all.parts(),
        all.leftOut(),
        all.reference(),
        all.beside(),
        Map.of(),
        OpenPhoto.of(told(), Set.of(BOY, GIRL)),
        null);
  }

  @Test
  @Proves(6)
  void onlyWhatThePublicMayBeShownOfChildrenInTheWordsIsChosen() {
    assertThat(OpenPhoto.of(told(), Set.of(BOY)))
        .singleElement()
        .satisfies(
            photo -> {
              assertThat(photo.photo()).isEqualTo("of-boy");
              assertThat(photo.digests()).isEqualTo(Map.of("400", "b4", "1600", "b16"));
            });
  }

  @Test
  @Proves(3)
  void theApprovedHashCoversThePicturesAndThatThereIsNone() {
    String withBoth = PreviewSamples.preview(approved()).hash();
    photos.set(1, photo("of-boy", BOY, Map.of("400", "x", "1600", "b16"), PhotoLabel.UNCHANGED));
    String withAnother = PreviewSamples.preview(approved()).hash();
    photos.clear();
    String withNone = PreviewSamples.preview(approved()).hash();

    assertThat(Set.of(withBoth, withAnother, withNone)).hasSize(3);
  }

  @Test
  void aPreviewReadsAsItWasWritten() {
    PreviewDocument written = approved();

    assertThat(PreviewSamples.preview(written).read()).isEqualTo(written);
  }

  @Test
  @Proves({3, 4})
  void aPictureIsShownOnlyWhileTheCaseStillTellsExactlyIt() {
    PreviewDocument approved = approved();
    assertThat(approved.photosNow(Set.of(), told()).keySet()).containsExactly(1, 2);
    assertThat(approved.photosNow(Set.of(BOY), told()).keySet()).containsExactly(2);

    photos.set(2, photo("of-girl", GIRL, Map.of("400", "g4", "1600", "new"), PhotoLabel.EDITED));
    assertThat(approved.photosNow(Set.of(), told()).keySet()).as("cut anew").containsExactly(1);
    photos.set(2, photo("of-girl", GIRL, Map.of("400", "g4", "1600", "g16"), PhotoLabel.UNCHANGED));
    assertThat(approved.photosNow(Set.of(), told()).keySet()).as("label").containsExactly(1);
    photos.set(1, photo("of-boy", BOY, Map.of(), PhotoLabel.UNCHANGED));
    assertThat(approved.photosNow(Set.of(), told())).as("taken back").isEmpty();
  }

  @Test
  @Proves(4)
  void neitherAFoundChildNorAFrozenCaseShowsOne() {
    PreviewDocument approved = approved();
    children.put(GIRL, ChildStatus.LOCATED);
    assertThat(approved.photosNow(Set.of(), told()).keySet()).containsExactly(1);

    frozen = true;

    assertThat(approved.photosNow(Set.of(), told())).isEmpty();
  }
}
