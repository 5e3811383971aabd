package org.homeward.trials.soak.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.MailPage;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Volunteer;
import org.homeward.local.node.Poll;

/** Many volunteers, each confirmed by the link in their own mail. */
public final class Mailboxes {
  private static final int AT_ONCE = 12;
  private static final int DOMAINS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Hotline hotline;
  private final Map<String, Volunteer> volunteers = new HashMap<>();
  private final Set<String> leavers = new HashSet<>();

  Mailboxes(Hotline hotline) {
    this.hotline = hotline;
  }

  public Set<String> addresses() {
    return Collections.unmodifiableSet(volunteers.keySet());
  }

  /** A volunteer who was not chosen before; empty when too few would remain. */
  Optional<Volunteer> leaver(Random random) {
    List<String> staying = addresses().stream().filter(a -> !leavers.contains(a)).sorted().toList();
    if (staying.size() <= volunteers.size() / 2) {
      return Optional.empty();
    }
    String chosen = staying.get(random.nextInt(staying.size()));
    leavers.add(chosen);
    return Optional.ofNullable(volunteers.get(chosen));
  }

  /** Returns when all of them are confirmed. */
  void subscribe(int count, String run, PrintStream out) {
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      String address = "m%d.%s@box%d.example".formatted(i, run, i % DOMAINS);
      volunteers.put(address, new Volunteer(hotline, address));
    }
    atOnce(List.copyOf(volunteers.values()), volunteer -> ask(volunteer));
    Set<String> confirmed = new HashSet<>();
    MailPage.Reader mails = hotline.mail().reader();
    boolean all =
        Poll.until(
            PATIENCE,
            PAUSE,
            () -> {
              confirm(mails.next(), confirmed);
              return confirmed.size() == count;
            });
    if (!all) {
      throw new IllegalStateException(
          "only " + confirmed.size() + " of " + count + " volunteers could confirm");
    }
    out.printf("%d volunteers confirmed in %.0f s%n", count, (System.nanoTime() - begin) / 1e9);
  }

  private void confirm(List<Mail> mails, Set<String> confirmed) {
    List<Mail> asking = new ArrayList<>();
    for (Mail mail : mails) {
      if (!Volunteer.confirmation(mail).isEmpty()
          && volunteers.containsKey(mail.to())
          && confirmed.add(mail.to())) {
        asking.add(mail);
      }
    }
    atOnce(asking, mail -> press(mail));
  }

  private void ask(Volunteer volunteer) {
    must(202, volunteer.ask("en").status());
  }

  private void press(Mail mail) {
    String link = Volunteer.confirmation(mail);
    Volunteer volunteer = volunteers.get(mail.to());
    if (volunteer != null) {
      must(200, volunteer.press(link).status());
    }
  }

  private static void must(int expected, int got) {
    if (got != expected) {
      throw new IllegalStateException("a volunteer was answered " + got);
    }
  }

  private static <T> void atOnce(List<T> all, Consumer<T> each) {
    var free = new Semaphore(AT_ONCE);
    List<RuntimeException> failed = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T one : all) {
        free.acquireUninterruptibly();
        threads.execute(
            () -> {
              try {
                each.accept(one);
              } catch (RuntimeException e) {
                failed.add(e);
              } finally {
                free.release();
              }
            });
      }
    }
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
  }
}
