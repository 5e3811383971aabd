package org.homeward.trials.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.CopyEnd;
import org.homeward.trials.soak.check.EndState.TipEnd;
import org.homeward.trials.soak.check.EndState.UploadEnd;
import org.homeward.trials.soak.history.Kind;
import org.junit.jupiter.api.Test;

/** Each way of breaking what became of photos and tips. */
class UploadsCheckTest {

  private final GoodRun run = new GoodRun();

  @Test
  void photosAndTipsThatAreLostAreFound() {
    run.uploads.put("photo", new UploadEnd("photo", "case-out", false, false));
    assertThat(run.violations()).containsExactly("invariant 1: OUT: its photo has no bytes");
    run.uploads.clear();
    run.tips.remove("tip");
    assertThat(run.violations())
        .containsExactly(
            "invariant 1: OUT: its photo is lost", "invariant 1: OUT: its tip is lost");
  }

  @Test
  void photosAndTipsThatAreThereTwiceAreFound() {
    run.uploads.put("photo-2", new UploadEnd("photo-2", "case-out", false, true));
    run.tips.put("tip-2", new TipEnd("tip-2", "case-out", "OUT", false, true));
    assertThat(run.violations())
        .containsExactlyInAnyOrder(
            "invariant 2: OUT: one tip is there twice", "invariant 2: OUT: 2 photos of 1");
  }

  @Test
  void anUploadWithoutAnAnswerMayBeThereOrNot() {
    run.asked.add(GoodRun.operation(Kind.UPLOAD, "OUT", "OUT UPLOAD 2", GoodRun.T, 503, ""));
    assertThat(run.violations()).isEmpty();
    run.uploads.put("photo-2", new UploadEnd("photo-2", "case-out", false, true));
    assertThat(run.violations()).isEmpty();
  }

  @Test
  void whatIsLeftOfThemAfterTheErasureIsFound() {
    run.ok(Kind.ERASE, "OUT", "", GoodRun.T.plusSeconds(9));
    GoodRun.change(
        run.rs,
        "case-out",
        c -> new CaseEnd(c.id(), "rs", "", false, true, false, false, true, List.of()));
    run.copies.put("case-out", new CopyEnd(2, true, false, false));
    run.uploads.put("photo", new UploadEnd("photo", "case-out", true, true));
    assertThat(run.violations())
        .containsExactlyInAnyOrder(
            "invariant 8: OUT: erased, and its tip is not",
            "invariant 8: rs: tip tip of an erased case is left",
            "invariant 8: rs: something is left of photo photo");
    run.uploads.put("photo", new UploadEnd("photo", "case-out", true, false));
    run.tips.put("tip", new TipEnd("tip", "", "", true, true));
    assertThat(run.violations()).isEmpty();
  }
}
