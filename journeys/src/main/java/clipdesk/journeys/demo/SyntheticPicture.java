package clipdesk.journeys.demo;

import clipdesk.cutter.frames.FrameRate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Random;
import org.bytedeco.javacv.Frame;

/**
 * Draws somebody who speaks at a lectern, in front of a curtain. Brightness is drawn with Java2D;
 * colour is a fixed wash, so that no conversion is needed.
 *
 * <p>Each picture carries its number for machines. With {@code u} a fortieth of the width, bit
 * {@code i} of 16, the highest first, is a square of {@code u} whose middle lies at {@code ((i +
 * 1.5) u, height - 1.5 u)}: white for 1, black for 0. It outlives scaling and encoding.
 */
final class SyntheticPicture {
  private static final int BITS = 16;
  private static final int UNITS_OF_WIDTH = 40;
  private static final int NOISE_LEVELS = 5;
  private static final int BARS = 14;

  /** Blue and red difference of the wash in each room, on the left and on the right. */
  private static final int[][] WASHES = {
    {146, 116, 134, 120},
    {118, 124, 126, 118},
    {122, 142, 128, 134},
    {140, 132, 148, 124},
    {112, 138, 120, 130},
    {134, 124, 122, 132},
  };

  private final int width;
  private final int height;
  private final FrameRate rate;
  private final BufferedImage luma;
  private final Graphics2D graphics;
  private final byte[] room;
  private final ByteBuffer planes;
  private final Frame frame;

  SyntheticPicture(int width, int height, FrameRate rate, int scene) {
    this.width = width;
    this.height = height;
    this.rate = rate;
    this.luma = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    this.graphics = luma.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    this.planes = ByteBuffer.allocateDirect(width * height * 3 / 2);
    drawRoom(scene);
    this.room = pixels().clone();
    paintWash(WASHES[scene % WASHES.length]);
    this.frame = new Frame();
    frame.imageWidth = width;
    frame.imageHeight = height;
    frame.imageDepth = Frame.DEPTH_UBYTE;
    frame.imageChannels = 1;
    frame.imageStride = width;
    frame.image = new Buffer[] {planes};
  }

  private byte[] pixels() {
    return ((DataBufferByte) luma.getRaster().getDataBuffer()).getData();
  }

  /** A picture, valid until the next one is drawn. */
  Frame frame(int number) {
    byte[] pixels = pixels();
    System.arraycopy(room, 0, pixels, 0, pixels.length);
    double seconds = (double) number * rate.den() / rate.num();
    drawSpeaker(seconds);
    drawLectern();
    drawVoice(seconds);
    drawText(number);
    drawBits(number);
    planes.put(0, pixels);
    return frame;
  }

  /** A curtain with the light from above, a floor, and a little grain, the same in every frame. */
  private void drawRoom(int scene) {
    var random = new Random(25 + scene);
    byte[] pixels = pixels();
    for (int y = 0; y < height; y++) {
      double down = (double) y / height;
      for (int x = 0; x < width; x++) {
        double across = (double) x / width - 0.5;
        double fold = 7 * Math.sin(across * (60 + 6 * scene)) * (down < 0.8 ? 1 : 0.2);
        double light = 118 - 52 * down - 110 * across * across + (down < 0.8 ? 0 : -18);
        pixels[y * width + x] = (byte) (light + fold + random.nextInt(NOISE_LEVELS));
      }
    }
    double panel = height * 0.1;
    fill(grey(150), width * 0.08, panel, width * 0.2, panel * 1.2);
    graphics.setColor(grey(60));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(4, height / 18)));
    graphics.drawString("CLIPDESK", (int) (width * 0.1), (int) (panel * 1.78));
  }

  private void paintWash(int[] wash) {
    int columns = width / 2;
    int samples = columns * (height / 2);
    for (int i = 0; i < samples; i++) {
      double right = (double) (i % columns) / columns;
      planes.put(width * height + i, (byte) (wash[0] + (wash[2] - wash[0]) * right));
      planes.put(width * height + samples + i, (byte) (wash[1] + (wash[3] - wash[1]) * right));
    }
  }

  private void drawSpeaker(double seconds) {
    double sway = Math.sin(seconds * 0.9) * 0.012 + Math.sin(seconds * 2.3) * 0.004;
    double nod = Math.sin(seconds * 1.7) * 0.006;
    double x = width * (0.5 + sway);
    double head = height * 0.15;
    double top = height * (0.26 + nod);
    var shoulders = new Path2D.Double();
    shoulders.moveTo(x - height * 0.2, height * 0.8);
    shoulders.curveTo(
        x - height * 0.2, height * 0.5, x - head * 0.6, top + head, x, top + head * 1.05);
    shoulders.curveTo(
        x + head * 0.6, top + head, x + height * 0.2, height * 0.5, x + height * 0.2, height * 0.8);
    graphics.setColor(grey(38));
    graphics.fill(shoulders);
    graphics.setColor(grey(168));
    graphics.fill(new Ellipse2D.Double(x - head * 0.38, top, head * 0.76, head));
    graphics.setColor(grey(46));
    graphics.fill(new Ellipse2D.Double(x - head * 0.4, top - head * 0.08, head * 0.8, head * 0.5));
    double mouth = head * (0.03 + 0.05 * Math.abs(Math.sin(seconds * 9)));
    graphics.fill(
        new Ellipse2D.Double(x - head * 0.12, top + head * 0.74 - mouth / 2, head * 0.24, mouth));
    double hand = height * (0.62 - 0.05 * Math.abs(Math.sin(seconds * 1.3)));
    graphics.setColor(grey(160));
    graphics.fill(new Ellipse2D.Double(x + height * 0.19, hand, head * 0.3, head * 0.36));
  }

  private void drawLectern() {
    double wide = height * 0.44;
    double left = width * 0.5 - wide / 2;
    fill(grey(86), left, height * 0.66, wide, height * 0.05);
    fill(grey(70), left + wide * 0.08, height * 0.7, wide * 0.84, height * 0.34);
    graphics.setColor(grey(24));
    graphics.setStroke(new BasicStroke(Math.max(1, height / 200f)));
    for (int side : new int[] {-1, 1}) {
      double x = width * 0.5 + side * wide * 0.16;
      double tip = x - side * wide * 0.08;
      graphics.draw(new QuadCurve2D.Double(x, height * 0.67, x, height * 0.58, tip, height * 0.55));
    }
  }

  /** Bars that rise and fall with the voice. */
  private void drawVoice(double seconds) {
    double unit = (double) width / UNITS_OF_WIDTH;
    for (int bar = 0; bar < BARS; bar++) {
      double rise = Math.abs(Math.sin(seconds * (5 + bar * 0.7) + bar));
      double high = unit * (0.3 + 2.2 * rise);
      double x = width - unit * (1 + BARS * 0.6) + bar * unit * 0.6;
      fill(grey(190), x, height - unit * 3 - high, unit * 0.36, high);
    }
  }

  private void drawText(int number) {
    double unit = (double) width / UNITS_OF_WIDTH;
    graphics.setColor(grey(225));
    graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, Math.max(4, (int) (unit * 1.2))));
    graphics.drawString(
        time(number) + "  " + number, (int) (width - unit * 14.5), (int) (height - unit * 1.1));
  }

  private String time(int number) {
    long perSecond = Math.ceilDiv(rate.num(), rate.den());
    long seconds = number / perSecond;
    return "%02d:%02d:%02d:%02d"
        .formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, number % perSecond);
  }

  private void drawBits(int number) {
    int unit = width / UNITS_OF_WIDTH;
    graphics.setColor(Color.BLACK);
    graphics.fillRect(unit / 2, height - 5 * unit / 2, (BITS + 1) * unit, 2 * unit);
    graphics.setColor(Color.WHITE);
    for (int bit = 0; bit < BITS; bit++) {
      if ((number >> (BITS - 1 - bit) & 1) == 1) {
        graphics.fillRect((bit + 1) * unit, height - 2 * unit, unit, unit);
      }
    }
  }

  private void fill(Color colour, double x, double y, double wide, double high) {
    graphics.setColor(colour);
    double round = Math.min(wide, high) * 0.3;
    graphics.fill(new RoundRectangle2D.Double(x, y, wide, high, round, round));
  }

  private static Color grey(int level) {
    return new Color(level, level, level);
  }
}
