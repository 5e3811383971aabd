package org.homeward.frame.evidence;

import java.util.List;
import java.util.function.Supplier;
import org.homeward.durable.log.ChainVerdict;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says what is wrong with the audit trail. Not part of readiness: stops and ends are taken. */
final class AuditHealthIndicator implements HealthIndicator {

  private static final String WHAT_TO_DO = "whatToDo";
  private static final String CODE = "code";

  private final Supplier<Soundness> soundness;

  AuditHealthIndicator(Supplier<Soundness> soundness) {
    this.soundness = soundness;
  }

  @Override
  public Health health() {
    return switch (soundness.get()) {
      case Soundness.NotLooked _ -> Health.up().build();
      case Soundness.Sound(long checkedFrom) ->
          checkedFrom == 0
              ? Health.up().build()
              : Health.up().withDetail("uncheckedBefore", checkedFrom).build();
      case Soundness.NoKey(String why) ->
          Health.down()
              .withDetail("cause", why)
              .withDetail(CODE, "audit-no-key")
              .withDetail(
                  WHAT_TO_DO,
                  "Nothing is shown or disclosed; stops and ends go on. Bring the file of keys back"
                      + " to HOMEWARD_SECRETS or HOMEWARD_DATA, from its copy; every host of the"
                      + " service needs the same file. When there is no copy, see"
                      + " docs/operations.md, 'The audit trail'.")
              .build();
      case Soundness.NoPlace _ ->
          Health.down()
              .withDetail(CODE, "audit-no-place")
              .withDetail(
                  WHAT_TO_DO,
                  "Name a directory or an address outside this node in HOMEWARD_CHECKPOINTS.")
              .build();
      case Soundness.NotKept(String why) ->
          Health.down()
              .withDetail("cause", why)
              .withDetail(CODE, "audit-not-kept")
              .withDetail(
                  WHAT_TO_DO,
                  "The place in HOMEWARD_CHECKPOINTS does not take checkpoints; see that it is"
                      + " there and can be written.")
              .build();
      case Soundness.NotChecked(String why) ->
          Health.down()
              .withDetail("cause", why)
              .withDetail(CODE, "audit-not-checked")
              .withDetail(
                  WHAT_TO_DO,
                  "The audit trail is not checked, and nothing says that it holds. See that the"
                      + " store answers; it is tried again every half minute.")
              .build();
      case Soundness.Forged(List<String> refs) ->
          Health.down()
              .withDetail("waiting", refs)
              .withDetail(CODE, "audit-forged")
              .withDetail(
                  WHAT_TO_DO,
                  "Somebody has put entries that only the audit trail makes into audit-waiting."
                      + " They are not entered: change nothing, copy the store, and run"
                      + " ./homeward verify-log (docs/operations.md, 'The audit trail').")
              .build();
      case Soundness.Unsound(ChainVerdict.Broken broken) ->
          Health.down()
              .withDetail("entry", broken.n())
              .withDetail("fault", broken.fault())
              .withDetail(CODE, "audit-unsound")
              .withDetail(
                  WHAT_TO_DO,
                  "Somebody has changed the audit trail: change nothing, copy the store, and run"
                      + " ./homeward verify-log (docs/operations.md, 'The audit trail').")
              .build();
    };
  }
}
