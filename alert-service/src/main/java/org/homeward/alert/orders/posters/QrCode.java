package org.homeward.alert.orders.posters;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URI;

/** A link as the modules of a QR code. Paper gets wet and torn: a fourth of it may be missing. */
final class QrCode {

  /** The modules that stay white around it. */
  static final int QUIET = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  static QrCode of(URI link) {
    try {
      return new QrCode(Encoder.encode(link.toString(), ErrorCorrectionLevel.Q).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /** In modules, without the quiet ones. */
  int size() {
    return modules.getWidth();
  }

  boolean isDark(int column, int row) {
    return modules.get(column, row) == 1;
  }
}
