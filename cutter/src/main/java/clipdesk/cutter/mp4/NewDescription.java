package clipdesk.cutter.mp4;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** {@code stsd} boxes for what is encoded here, or was listed in another container. */
public final class NewDescription {
  private static final int DATA_REFERENCE = 1;
  private static final int DROP_FRAME = 1;
  private static final int DOTS_PER_INCH = 72 << 16;
  private static final int DEPTH_24 = 0x18;
  private static final int NO_COLOUR_TABLE = 0xffff;
  private static final int SAMPLE_BITS = 16;

  private static final int SOUND_V2_BYTES = 72;
  private static final int SIGNED_AND_PACKED = 12;

  private static final int ES_DESCRIPTOR = 3;
  private static final int DECODER_CONFIG = 4;
  private static final int DECODER_SPECIFIC = 5;
  private static final int SYNC_LAYER = 6;
  private static final int MPEG4_AUDIO = 0x40;
  private static final int AUDIO_STREAM = 0x15;
  private static final int VISUAL_STREAM = 0x11;
  private static final int LENGTH_OF_A_BYTE = 0x7f;
  private static final int SYNC_LAYER_OF_MP4 = 2;

  private NewDescription() {}

  /**
   * @param avcC contents of the box
   * @param pixelWidth shape of a pixel, together with {@code pixelHeight}; 1 and 1 if square
   */
  public static byte[] h264(int width, int height, byte[] avcC, int pixelWidth, int pixelHeight) {
    return picture(new String[] {"avc1", "avcC"}, width, height, avcC, pixelWidth, pixelHeight);
  }

  /** As {@link #h264}, with the contents of {@code hvcC}. */
  public static byte[] h265(int width, int height, byte[] hvcC, int pixelWidth, int pixelHeight) {
    return picture(new String[] {"hvc1", "hvcC"}, width, height, hvcC, pixelWidth, pixelHeight);
  }

  /**
   * As {@link #h264}, of MPEG-2.
   *
   * @param profileAndLevel of its sequence
   * @param sequence header of the first picture
   */
  public static byte[] mpeg2(
      int width,
      int height,
      int profileAndLevel,
      byte[] sequence,
      int pixelWidth,
      int pixelHeight) {
    int object = PictureObject.ofMpeg2(profileAndLevel);
    var contents = new BoxWriter();
    contents.u32(0);
    contents.raw(streamDescriptor(object, VISUAL_STREAM, sequence));
    var types = new String[] {"mp4v", "esds"};
    return picture(types, width, height, contents.toBytes(), pixelWidth, pixelHeight);
  }

  private static byte[] picture(
      String[] types, int width, int height, byte[] contents, int pixelWidth, int pixelHeight) {
    var box = new BoxWriter();
    int stsd = begin(box);
    int entry = beginEntry(box, types[0]);
    box.raw(new byte[16]);
    box.u16(width);
    box.u16(height);
    box.u32(DOTS_PER_INCH);
    box.u32(DOTS_PER_INCH);
    box.u32(0);
    box.u16(1);
    box.raw(new byte[32]);
    box.u16(DEPTH_24);
    box.u16(NO_COLOUR_TABLE);
    int config = box.begin(types[1]);
    box.raw(contents);
    box.end(config);
    if (pixelWidth != pixelHeight) {
      int pasp = box.begin("pasp");
      box.u32(pixelWidth);
      box.u32(pixelHeight);
      box.end(pasp);
    }
    box.end(entry);
    box.end(stsd);
    return box.toBytes();
  }

  /**
   * @param config {@code AudioSpecificConfig} (ISO/IEC 14496-3, 1.6.2.1)
   */
  public static byte[] aac(int channels, int sampleRate, byte[] config) {
    return elementary(MPEG4_AUDIO, channels, sampleRate, config);
  }

  /** Of layers 2 and 3, which say all the rest themselves. */
  public static byte[] mpegAudio(int channels, int sampleRate, boolean halfTheRate) {
    int object = halfTheRate ? SoundObject.MPEG2_AUDIO : SoundObject.MPEG1_AUDIO;
    return elementary(object, channels, sampleRate, new byte[0]);
  }

  private static byte[] elementary(int object, int channels, int sampleRate, byte[] config) {
    var box = new BoxWriter();
    int stsd = begin(box);
    int entry = beginSound(box, "mp4a", channels, sampleRate);
    int esds = box.beginFull("esds", 0, 0);
    box.raw(streamDescriptor(object, AUDIO_STREAM, config));
    box.end(esds);
    box.end(entry);
    box.end(stsd);
    return box.toBytes();
  }

  /**
   * @param fields the three bytes of {@code dac3} (ETSI TS 102 366, F.4)
   */
  public static byte[] ac3(int channels, int sampleRate, int fields) {
    return dolby("ac-3", channels, sampleRate, "dac3", fields, 3);
  }

  /**
   * @param kilobits a second
   * @param substream the three bytes of {@code dec3} on the only one (ETSI TS 102 366, F.6)
   */
  public static byte[] eac3(int channels, int sampleRate, int kilobits, int substream) {
    // Between the two stands the number of substreams, less one, in three bits.
    return dolby("ec-3", channels, sampleRate, "dec3", (long) kilobits << 27 | substream, 5);
  }

  private static byte[] dolby(
      String format, int channels, int sampleRate, String config, long fields, int bytes) {
    var box = new BoxWriter();
    int stsd = begin(box);
    int entry = beginSound(box, format, channels, sampleRate);
    int inner = box.begin(config);
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(fields).array();
    box.raw(Arrays.copyOfRange(all, Long.BYTES - bytes, Long.BYTES));
    box.end(inner);
    box.end(entry);
    box.end(stsd);
    return box.toBytes();
  }

  /**
   * Uncompressed sound of whole bytes, the least of them first: {@code sowt}, and what is longer
   * than it can say as a sound description of version 2 (QuickTime File Format).
   *
   * @param sampleBytes of one channel
   */
  public static byte[] pcm(int channels, int sampleRate, int sampleBytes) {
    boolean usual = sampleBytes == 2 && sampleRate <= 0xffff;
    var box = new BoxWriter();
    int stsd = begin(box);
    int entry = usual ? beginSound(box, "sowt", channels, sampleRate) : beginEntry(box, "lpcm");
    if (!usual) {
      box.u16(2);
      box.raw(new byte[6]);
      box.u16(3);
      box.u16(SAMPLE_BITS);
      box.u16(0xfffe);
      box.u16(0);
      box.u32(1 << 16);
      box.u32(SOUND_V2_BYTES);
      long rate = Double.doubleToLongBits(sampleRate);
      box.u32(rate >>> 32);
      box.u32(rate & 0xffffffffL);
      box.u32(channels);
      box.u32(0x7f000000);
      box.u32(8L * sampleBytes);
      box.u32(SIGNED_AND_PACKED);
      box.u32((long) channels * sampleBytes);
      box.u32(1);
    }
    box.end(entry);
    box.end(stsd);
    return box.toBytes();
  }

  private static int beginSound(BoxWriter box, String format, int channels, int sampleRate) {
    int entry = beginEntry(box, format);
    box.raw(new byte[8]);
    box.u16(channels);
    box.u16(SAMPLE_BITS);
    box.u32(0);
    box.u32(sampleRate > 0xffff ? 0 : (long) sampleRate << 16);
    return entry;
  }

  /** A {@code stsd} of timecode (QuickTime File Format, Timecode Sample Description). */
  public static byte[] timecode(Timecode code) {
    var box = new BoxWriter();
    int stsd = begin(box);
    int entry = beginEntry(box, "tmcd");
    box.u32(0);
    box.u32(code.dropFrame() ? DROP_FRAME : 0);
    box.u32(code.timescale());
    box.u32(code.frameDuration());
    box.raw(new byte[] {(byte) code.framesPerSecond(), 0});
    box.end(entry);
    box.end(stsd);
    return box.toBytes();
  }

  private static int begin(BoxWriter box) {
    int stsd = box.beginFull("stsd", 0, 0);
    box.u32(1);
    return stsd;
  }

  private static int beginEntry(BoxWriter box, String format) {
    int entry = box.begin(format);
    box.raw(new byte[6]);
    box.u16(DATA_REFERENCE);
    return entry;
  }

  /**
   * {@code ES_Descriptor} (ISO/IEC 14496-1, 7.2.6.5).
   *
   * @param config what its decoder needs to know, if it needs anything
   */
  private static byte[] streamDescriptor(int object, int stream, byte[] config) {
    var decoder = new BoxWriter();
    decoder.raw(new byte[] {(byte) object, (byte) stream, 0, 0, 0});
    decoder.u32(0);
    decoder.u32(0);
    if (config.length > 0) {
      decoder.raw(descriptor(DECODER_SPECIFIC, config));
    }
    var whole = new BoxWriter();
    whole.u16(0);
    whole.raw(new byte[1]);
    whole.raw(descriptor(DECODER_CONFIG, decoder.toBytes()));
    whole.raw(descriptor(SYNC_LAYER, new byte[] {SYNC_LAYER_OF_MP4}));
    return descriptor(ES_DESCRIPTOR, whole.toBytes());
  }

  /** Lengths have seven bits in a byte (ISO/IEC 14496-1, 8.3.3). */
  private static byte[] descriptor(int tag, byte[] contents) {
    var box = new BoxWriter();
    box.raw(new byte[] {(byte) tag});
    if (contents.length > LENGTH_OF_A_BYTE) {
      box.raw(new byte[] {(byte) (contents.length >> 7 | 0x80)});
    }
    box.raw(new byte[] {(byte) (contents.length & LENGTH_OF_A_BYTE)});
    box.raw(contents);
    return box.toBytes();
  }
}
