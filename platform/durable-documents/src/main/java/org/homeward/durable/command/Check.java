package org.homeward.durable.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A check that runs before the use case. A request lists its checks in the order in which they are
 * to be made; the first that fails is the answer.
 */
public sealed interface Check<S, R> {

  /** Some callers get their own answer without a write: {@code Kept} with it. */
  record Refusal<S, R>(Function<S, Optional<R>> of) implements Check<S, R> {}

  /** The command acts once: {@code Repeated} or {@code KeyReused}. */
  record Once<S, R>(Command command) implements Check<S, R> {}

  /** The caller insists on the version it has seen: {@code Stale}. */
  record Seen<S, R>(long version) implements Check<S, R> {}

  /** Looks at nothing but whether the command was applied before. */
  static <S, R> Check<S, R> once(Command command) {
    return new Once<>(command);
  }

  static <S, R> Check<S, R> seen(long version) {
    return new Seen<>(version);
  }

  /** The version that the caller insists on, if any. */
  static <S, R> List<Check<S, R>> ofSeen(OptionalLong seen) {
    return seen.isPresent() ? List.of(seen(seen.getAsLong())) : List.of();
  }

  /** Whether the command came before, then the version that the caller insists on, if any. */
  static <S, R> List<Check<S, R>> of(Command command, OptionalLong seen) {
    return seen.isPresent()
        ? List.of(once(command), seen(seen.getAsLong()))
        : List.of(once(command));
  }

  /** The command that acts once, if a check names one. */
  static <S, R> @Nullable Command command(List<Check<S, R>> checks) {
    for (Check<S, R> check : checks) {
      if (check instanceof Once(Command command)) {
        return command;
      }
    }
    return null;
  }

  static <S, R> Check<S, R> refusal(Function<S, Optional<R>> of) {
    return new Refusal<>(of);
  }
}
