package org.homeward.local.soak.look;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.MailPage;
import org.homeward.local.soak.check.Checker;
import org.homeward.local.soak.check.EndState;
import org.homeward.local.soak.check.EndState.NodeEnd;
import org.homeward.local.soak.check.MailEnd;
import org.homeward.local.soak.check.Violation;
import org.homeward.local.soak.history.History;
import org.homeward.local.soak.history.Kind;
import org.homeward.local.soak.history.Operation;
import org.homeward.local.soak.load.People;

/** Looks at both nodes until all is quiet, and has the checker compare. */
public final class Looking implements AutoCloseable {
  private static final Pattern MARK = Pattern.compile("Call (\\S+)- now\\.");

  private final Hotline rs;
  private final History history;
  private final Clock clock;
  private final Map<String, NodeLook> nodes = new HashMap<>();
  private final MailPage.Reader reader;
  private final Set<String> addresses;
  private final List<MailEnd> mails = new ArrayList<>();
  private final Set<Violation> stay = new LinkedHashSet<>();

  public Looking(Hotline rs, Hotline gr, People people, History history, Clock clock) {
    this.rs = rs;
    this.history = history;
    this.clock = clock;
    this.addresses = people.mailboxes().addresses();
    this.reader = rs.mail().reader();
    nodes.put("rs", new NodeLook(rs, List.of(people.desk("rs"), people.exerciseDesk())));
    nodes.put("gr", new NodeLook(gr, List.of(people.desk("gr"))));
  }

  /** What is wrong at this moment; empty when all is quiet and as it must be. */
  public List<Violation> look() {
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
    return Checker.check(operations, new EndState(ends, mails, maybe(operations), troubles));
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

  private final Map<String, Set<String>> known = new HashMap<>();

  /** Asked anew for the newest alert only: those before are over. */
  private Map<String, Set<String>> maybe(List<Operation> operations) {
    String newest = "";
    for (Operation operation : operations) {
      if (operation.kind() == Kind.DRAFT && operation.isOk()) {
        newest = operation.gave();
      }
    }
    if (!newest.isEmpty()) {
      var jelena = new AlertDesk(rs.as("jelena"));
      Set<String> maybe = new LinkedHashSet<>(jelena.mailboxes(newest, "UNKNOWN"));
      maybe.addAll(jelena.mailboxes(newest, "REPEATED"));
      known.put(newest, maybe);
    }
    return Map.copyOf(known);
  }

  @Override
  public void close() {
    nodes.values().forEach(NodeLook::close);
  }
}
