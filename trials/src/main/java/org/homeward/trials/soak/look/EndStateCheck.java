package org.homeward.trials.soak.look;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.MailPage;
import org.homeward.trials.soak.check.Checker;
import org.homeward.trials.soak.check.EndState;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.check.MailEnd;
import org.homeward.trials.soak.check.Violation;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;
import org.homeward.trials.soak.load.People;

/** Reads both nodes until nothing moves, and gives the end state to the checker. */
public final class EndStateCheck implements AutoCloseable {
  private static final Pattern MARK = Pattern.compile("Call (\\S+)- now\\.");

  private static final int NEWEST = 4;

  private final Hotline rs;
  private final History history;
  private final Clock clock;
  private final Map<String, NodeLook> nodes = new HashMap<>();
  private final MailPage.Reader reader;
  private final ExclusionLook exclusions;
  private final Set<String> addresses;
  private final List<MailEnd> mails = new ArrayList<>();
  private final Set<Violation> stay = new LinkedHashSet<>();

  public EndStateCheck(Hotline rs, Hotline gr, People people, History history, Clock clock) {
    this.rs = rs;
    this.history = history;
    this.clock = clock;
    this.addresses = people.mailboxes().addresses();
    this.reader = rs.mail().reader();
    this.exclusions = new ExclusionLook(people);
    nodes.put("rs", new NodeLook(rs, List.of(people.desk("rs"), people.exerciseDesk())));
    nodes.put("gr", new NodeLook(gr, List.of(people.desk("gr"))));
  }

  /** The violations at this moment; empty when the nodes are at rest and correct. */
  public List<Violation> look() {
    forgetRestored();
    for (var node : nodes.entrySet()) {
      if (!node.getValue().isQuiet()) {
        return List.of(new Violation(0, node.getKey() + " does not come to rest"));
      }
    }
    Map<String, NodeEnd> ends = new HashMap<>();
    List<Violation> troubles = new ArrayList<>();
    nodes.forEach(
        (name, node) -> {
          ends.put(name, node.end());
          troubles.addAll(node.troubles(clock.instant()));
        });
    troubles.stream().filter(trouble -> trouble.invariant() == 8).forEach(stay::add);
    troubles.removeIf(stay::contains);
    troubles.addAll(stay); // what was written down once does not get better by being read past
    for (MailPage.Mail mail : reader.next()) {
      if (addresses.contains(mail.to())) {
        mails.add(mail(mail));
      }
    }
    List<Operation> operations = history.operations();
    var end =
        new EndState(
            ends,
            mails,
            maybe(operations),
            Map.copyOf(messages),
            exclusions.shown(operations),
            troubles);
    return Checker.check(operations, history.restores(), end);
  }

  private static MailEnd mail(MailPage.Mail mail) {
    Matcher mark = MARK.matcher(mail.text());
    return new MailEnd(
        mail.to(),
        mail.messageId(),
        mail.at(),
        mark.find() ? mark.group(1) : "",
        mail.header("In-Reply-To"));
  }

  /** Forgets what was read of a restored node, whose logs differ. */
  private void forgetRestored() {
    List<Restored> restores = history.restores();
    for (Restored restored : restores.subList(restoresSeen, restores.size())) {
      Objects.requireNonNull(nodes.get(restored.node())).restored();
    }
    restoresSeen = restores.size();
  }

  private final Map<String, Set<String>> known = new HashMap<>();
  private final Map<String, String> messages = new HashMap<>();
  private int restoresSeen;

  /** Asks again for the newest alerts only, because earlier ones are over. */
  private Map<String, Set<String>> maybe(List<Operation> operations) {
    Set<String> drafted = new LinkedHashSet<>();
    Set<String> gone = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (operation.kind() == Kind.DRAFT && operation.isOk()) {
        drafted.add(operation.gave());
      }
      if (operation.kind() == Kind.LEAVE) {
        gone.add(operation.subject());
      }
    }
    var jelena = new AlertDesk(rs.as("jelena"));
    for (String alert : drafted.stream().skip(Math.max(0, drafted.size() - NEWEST)).toList()) {
      // Lost with everything after a copy, or its case was erased: then nobody is shown it.
      if (jelena.read(alert).status() != 404) {
        Map<String, String> told = new HashMap<>(jelena.messages(alert, "UNKNOWN"));
        told.putAll(jelena.messages(alert, "REPEATED"));
        told.keySet().forEach(id -> messages.put(id, alert));
        Set<String> maybe = new LinkedHashSet<>(told.values());
        maybe.remove(""); // who has left has no address any more
        known.getOrDefault(alert, Set.of()).stream().filter(gone::contains).forEach(maybe::add);
        known.put(alert, maybe);
      }
    }
    return Map.copyOf(known);
  }

  @Override
  public void close() {
    nodes.values().forEach(NodeLook::close);
  }
}
