package org.homeward.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What every {@link Renewals} does. */
public abstract class RenewalsContract {

  /** Those of one console; two of them share their sessions. */
  protected abstract List<Renewals> twoConsoles();

  /** The id of a session that is not over. */
  protected abstract String session();

  @Test
  @Proves(2)
  void ofManyAtAMomentOneBegins() throws Exception {
    String session = session();
    List<Renewals> consoles = twoConsoles();
    List<Callable<Boolean>> requests = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Renewals console = consoles.get(i % 2);
      requests.add(() -> console.begin(session));
    }
    int begun = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answered : threads.invokeAll(requests)) {
        begun += answered.get() ? 1 : 0;
      }
    }
    assertThat(begun).isEqualTo(1);
  }

  @Test
  void theNextBeginsWhenOneHasEnded() {
    String session = session();
    Renewals one = twoConsoles().getFirst();
    Renewals other = twoConsoles().getLast();
    assertThat(one.begin(session)).isTrue();
    assertThat(other.begin(session)).isFalse();

    one.end(session);

    assertThat(other.begin(session)).isTrue();
  }
}
