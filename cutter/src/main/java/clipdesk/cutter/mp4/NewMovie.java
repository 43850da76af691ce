package clipdesk.cutter.mp4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Headers for clips of masters that have none of their own: no MP4 or MOV, or one in fragments. */
public final class NewMovie {
  private static final long MICROSECONDS = 1_000_000;
  private static final int UNITY = 0x10000;
  private static final int[] UPRIGHT = {UNITY, 0, 0, 0, UNITY, 0, 0, 0, 0x40000000};
  private static final int TRACK_ENABLED_IN_MOVIE = 3;
  private static final int FULL_VOLUME = 0x0100;
  private static final int NO_TRACKS_YET = 0x7fffffff;
  private static final int UNDETERMINED = packed("und");

  private static final SampleDescription NOTHING = new SampleDescription(new byte[0], "", 0, 0, 0);

  private NewMovie() {}

  /** A movie without tracks. */
  public static Movie empty() {
    var box = new BoxWriter();
    int mvhd = box.beginFull("mvhd", 0, 0);
    zeros(box, 2);
    box.u32(1);
    box.u32(0);
    box.u32(UNITY);
    box.u16(FULL_VOLUME);
    box.u16(0);
    zeros(box, 2);
    matrix(box, UPRIGHT);
    zeros(box, 6);
    box.u32(NO_TRACKS_YET);
    box.end(mvhd);
    return new Movie(fileType(), box.toBytes(), 1, List.of(), List.of());
  }

  /**
   * A movie whose samples lie in a file of another container.
   *
   * @param dropped what of that file no clip has, in words
   */
  public static Movie foreign(List<Track> tracks, List<String> dropped) {
    var empty = empty();
    var marked = new KeptBox(Movie.FOREIGN, String.join("\n", dropped).getBytes(UTF_8));
    return new Movie(
        empty.fileType(), empty.header(), MICROSECONDS, List.copyOf(tracks), List.of(marked));
  }

  /** {@code ftyp} of an MP4 with H.264. */
  public static byte[] fileType() {
    return fileType("isom", List.of("isom", "iso2", "avc1", "mp41"));
  }

  /** {@code ftyp} of a QuickTime movie, which may hold uncompressed sound. */
  public static byte[] quickTimeType() {
    return fileType("qt  ", List.of("qt  "));
  }

  private static byte[] fileType(String major, List<String> compatible) {
    var box = new BoxWriter();
    int ftyp = box.begin("ftyp");
    box.text(major);
    box.u32(0x200);
    compatible.forEach(box::text);
    box.end(ftyp);
    return box.toBytes();
  }

  /**
   * @param matrix nine numbers as in {@code tkhd} (ISO/IEC 14496-12, 8.3.2), empty for upright
   * @param width as shown, in pixels
   */
  public static Track video(
      int number, long timescale, String language, int[] matrix, int width, int height) {
    var box = new BoxWriter();
    int vmhd = box.beginFull("vmhd", 0, 1);
    zeros(box, 2);
    box.end(vmhd);
    byte[] header = trackHeader(number, 0, matrix.length == 9 ? matrix : UPRIGHT, width, height);
    return track(number, TrackKind.VIDEO, timescale, language, header, box.toBytes());
  }

  public static Track sound(int number, long timescale, String language) {
    var box = new BoxWriter();
    int smhd = box.beginFull("smhd", 0, 0);
    zeros(box, 1);
    box.end(smhd);
    byte[] header = trackHeader(number, FULL_VOLUME, UPRIGHT, 0, 0);
    return track(number, TrackKind.AUDIO, timescale, language, header, box.toBytes());
  }

  /** Counts with the timescale of its timecode. */
  public static Track timecode(int number, Timecode code) {
    var box = new BoxWriter();
    box.end(box.beginFull("nmhd", 0, 0));
    byte[] header = trackHeader(number, 0, UPRIGHT, 0, 0);
    return track(number, TrackKind.TIMECODE, code.timescale(), "und", header, box.toBytes())
        .holding(NewDescription.timecode(code), NoSamples.TABLES, 0);
  }

  private static Track track(
      int number,
      TrackKind kind,
      long timescale,
      String language,
      byte[] header,
      byte[] mediaHeader) {
    var handler =
        switch (kind) {
          case VIDEO -> "vide";
          case TIMECODE -> "tmcd";
          default -> "soun";
        };
    var name = new String(mediaHeader, 4, 4, StandardCharsets.ISO_8859_1);
    return new Track(
        number,
        kind,
        timescale,
        header,
        language.matches("[a-z]{3}") ? packed(language) : UNDETERMINED,
        Edit.NONE,
        NOTHING,
        List.of(),
        List.of(new KeptBox("hdlr", handler(handler))),
        List.of(new KeptBox(name, mediaHeader), new KeptBox("dinf", dataInThisFile())),
        0,
        0,
        NoSamples.TABLES);
  }

  private static byte[] trackHeader(int number, int volume, int[] matrix, int width, int height) {
    var box = new BoxWriter();
    int tkhd = box.beginFull("tkhd", 0, TRACK_ENABLED_IN_MOVIE);
    zeros(box, 2);
    box.u32(number);
    zeros(box, 4);
    box.u32(0);
    box.u16(volume);
    box.u16(0);
    matrix(box, matrix);
    box.u32((long) width << 16);
    box.u32((long) height << 16);
    box.end(tkhd);
    return box.toBytes();
  }

  private static byte[] handler(String type) {
    var box = new BoxWriter();
    int hdlr = box.beginFull("hdlr", 0, 0);
    box.u32(0);
    box.text(type);
    zeros(box, 3);
    box.raw(new byte[1]);
    box.end(hdlr);
    return box.toBytes();
  }

  private static byte[] dataInThisFile() {
    var box = new BoxWriter();
    int dinf = box.begin("dinf");
    int dref = box.beginFull("dref", 0, 0);
    box.u32(1);
    box.end(box.beginFull("url ", 0, 1));
    box.end(dref);
    box.end(dinf);
    return box.toBytes();
  }

  private static void matrix(BoxWriter box, int[] matrix) {
    for (int value : matrix) {
      box.u32(value & 0xffffffffL);
    }
  }

  private static void zeros(BoxWriter box, int words) {
    for (int i = 0; i < words; i++) {
      box.u32(0);
    }
  }

  /** Five bits a letter (ISO/IEC 14496-12, 8.4.2). */
  private static int packed(String language) {
    return (language.charAt(0) - 0x60) << 10
        | (language.charAt(1) - 0x60) << 5
        | (language.charAt(2) - 0x60);
  }
}
