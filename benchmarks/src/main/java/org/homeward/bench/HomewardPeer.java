package org.homeward.bench;

import java.util.List;
import java.util.function.Supplier;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.NodePlan;

/** A node of ours. */
record HomewardPeer(String name, NodePlan node, Supplier<String> report, Supplier<Watch> watcher)
    implements Peer {

  /** A report is filed and released, two requests; shown when a desk has it on its feed. */
  static Peer untilOnFeed(String name, Hotline hotline, HotlineClient operator, DeskLogin police) {
    var desk = new Desk(operator, police);
    return new HomewardPeer(
        name,
        hotline.node(),
        () -> desk.release(new Latencies()).plate(),
        () -> {
          var feed = new FeedWatch(hotline.desk(police));
          return new Watch(feed::seen, feed::close);
        });
  }

  /** A report is filed; shown when a reader has the event of its case. */
  static Peer untilOnTopic(String name, Hotline hotline, HotlineClient operator, DeskLogin police) {
    var desk = new Desk(operator, police);
    NodePlan node = hotline.node();
    return new HomewardPeer(
        name,
        node,
        () -> desk.file(desk.nextPlate()).text("case"),
        () -> {
          var topic = new TopicWatch(node.broker(), cases(node));
          return new Watch(topic::take, topic::close);
        });
  }

  @Override
  public String hand() {
    return report.get();
  }

  @Override
  public Watch watch() {
    return watcher.get();
  }

  /** Those who read all cases may still be at work when the last of them was shown. */
  @Override
  public void settle() {
    Backlog.awaitNone(node.broker(), cases(node), readers(node));
  }

  /** The groups that read all cases. */
  static List<String> readers(NodePlan node) {
    return List.of(node.name() + ".alert", node.name() + ".bridge");
  }

  static String cases(NodePlan node) {
    return node.name() + ".cases";
  }
}
