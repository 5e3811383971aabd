package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.node.Neighbours;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.Receipt;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** A partner that repeats itself is told the same; one that contradicts itself is refused. */
@ExtendWith(SharedNodes.class)
class BridgeRepeatsIT {
  private final Hotline hotline;
  private final HostilePartner gr;

  BridgeRepeatsIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    gr = new HostilePartner("gr", nodes.gr().plan().nodeKeys(), hotline.node());
  }

  @Test
  void aMessageThatComesAgainGetsTheSameReceipt() {
    byte[] body = gr.offer();
    SignedMessage offer = gr.signed(gr.first("OFFER", body));

    Answer first = send(gr.sealed(offer, body));
    Answer again = send(gr.sealed(offer, body));

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    Receipt receipt = Receipts.verify(first.body(), offer, gr.registry()).orElseThrow();
    assertThat(receipt.result()).isEqualTo(ReceiptResult.RECEIVED);
    assertThat(listed(receipt.handover())).isEqualTo(1);
  }

  @Test
  void anotherMessageInTheSamePlaceIsRefusedAndTheFirstStands() {
    byte[] body = gr.offer();
    ObjectNode message = gr.first("OFFER", body);
    assertThat(send(gr.sealed(gr.signed(message), body)).status()).isEqualTo(200);
    byte[] other = new String(body, UTF_8).replace("NORMAL", "HIGH").getBytes(UTF_8);
    message.put("body", Hashes.of(other));

    Answer answer = send(gr.sealed(gr.signed(message), other));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Receipts.stored(answer.body()).cause()).hasToString("FORKED");
    String kept =
        new PartnerDesk(hotline.as("gordana")).read(message.path("handover").asString("")).body();
    assertThat(kept).contains("NORMAL");
  }

  @Test
  void anExchangeThatBeganWithAnotherPartnerIsNotContinued() {
    byte[] body = gr.offer();
    ObjectNode offer = gr.first("OFFER", body);
    send(gr.sealed(gr.signed(offer), body));
    var drill =
        new HostilePartner(
            "drill", hotline.node().registry().resolveSibling("drill-keys.json"), hotline.node());
    byte[] recall = drill.recall("FOUND");
    String handover = offer.path("handover").asString("");
    ObjectNode foreign =
        drill.message(handover, "OWNER", 1, "RECALL", recall).put("status", "Exercise");

    Answer answer = send(drill.sealed(drill.signed(foreign), recall));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Receipts.stored(answer.body()).cause()).hasToString("HANDOVER_NOT_KNOWN");
    assertThat(new PartnerDesk(hotline.as("gordana")).read(handover).text("status"))
        .isEqualTo("OFFERED");
  }

  private Answer send(byte[] message) {
    return hotline
        .http()
        .send(
            Http.to(hotline.node().partnerEndpoint())
                .header("Content-Type", Seal.CONTENT_TYPE)
                .POST(BodyPublishers.ofByteArray(message))
                .build());
  }

  private long listed(String handover) {
    Answer list = new PartnerDesk(hotline.as("gordana")).list("?limit=200");
    assertThat(list.status()).isEqualTo(200);
    return list.body().split(handover, -1).length - 1;
  }
}
