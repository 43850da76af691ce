package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a {@code trak} box (ISO/IEC 14496-12, 8.3). */
final class TrackReader {
  private static final int MAX_DESCRIPTION_BYTES = 1 << 20;
  private static final Set<String> ENCRYPTED =
      Set.of("encv", "enca", "enct", "encs", "drmi", "drms");

  private TrackReader() {}

  /**
   * @param movieTimescale in which edits say how long they last
   */
  static Track read(Box trak, long movieTimescale) throws IOException {
    var tkhd = trak.required("tkhd");
    var mdia = trak.required("mdia");
    var mdhd = mdia.required("mdhd");
    var hdlr = mdia.required("hdlr");
    var minf = mdia.required("minf");
    var tables = SampleTableBoxes.of(minf.required("stbl"));
    var stsd = tables.required("stsd");
    var description = SampleDescription.of(stsd, stsd.raw(MAX_DESCRIPTION_BYTES));
    requireClear(stsd, description);
    requireClear(minf.required("stbl"));
    requireOwnData(minf);
    boolean wide = mdhd.u8(0) == 1;
    long timescale = mdhd.u32(wide ? 20 : 12);
    String handler = new String(hdlr.body(8, 4), StandardCharsets.ISO_8859_1);
    var kind = TrackKind.of(handler, description.format());
    int uniform = tables.sizes().uniformBytes();
    var edit = Edit.read(trak.child("edts"), timescale, movieTimescale);
    if (edit.hasSeveral() && kind != TrackKind.AUDIO) {
      throw new UnsupportedMasterException(
          FallbackReason.MULTI_EDIT, "%d edits in %s".formatted(edit.each().size(), trak.path()));
    }
    boolean pcm = kind == TrackKind.AUDIO && description.isPcm() && uniform > 0;
    int frameBytes = pcm ? description.pcmFrameBytes(uniform) : 0;
    return new Track(
        (int) tkhd.u32(tkhd.u8(0) == 1 ? 20 : 12),
        kind,
        timescale,
        tkhd.raw(256),
        mdhd.u16(wide ? 32 : 20),
        edit,
        description,
        kept(trak),
        kept(mdia),
        kept(minf),
        frameBytes,
        uniform,
        pcm ? new PcmSampleTables(tables, frameBytes) : new BoxSampleTables(tables));
  }

  private static List<KeptBox> kept(Box parent) throws IOException {
    List<KeptBox> kept = new ArrayList<>();
    for (var box : parent.children()) {
      if (KeptBox.isKept(box)) {
        kept.add(KeptBox.of(box));
      }
    }
    return List.copyOf(kept);
  }

  /** A recording may begin in the clear and name the encrypted entry second. */
  private static void requireClear(Box stsd, SampleDescription first) throws IOException {
    for (var entry : stsd.children(8)) {
      if (ENCRYPTED.contains(entry.type())) {
        throw encrypted("sample entry " + entry.type());
      }
    }
    if (first.config("sinf").isPresent()) {
      throw encrypted("sinf in sample entry " + first.format());
    }
  }

  /** Vectors of samples, or groups of samples with a key (ISO/IEC 23001-7, 6 and 7). */
  private static void requireClear(Box stbl) throws IOException {
    for (var box : stbl.children()) {
      boolean keys =
          box.type().equals("sgpd")
              && box.bodyBytes() >= 8
              && new String(box.body(4, 4), StandardCharsets.ISO_8859_1).equals("seig");
      if (keys || box.type().equals("senc")) {
        throw encrypted(box.path());
      }
    }
  }

  private static UnsupportedMasterException encrypted(String how) {
    return new UnsupportedMasterException(FallbackReason.ENCRYPTED, how);
  }

  /** ISO/IEC 14496-12, 8.7.2: flag 1 of every entry says that the data is in this file. */
  private static void requireOwnData(Box minf) throws IOException {
    var dinf = minf.child("dinf");
    if (dinf.isEmpty()) {
      return;
    }
    var dref = dinf.get().child("dref");
    if (dref.isEmpty()) {
      return;
    }
    for (var entry : dref.get().children(8)) {
      boolean selfContained = entry.bodyBytes() < 4 || (entry.u32(0) & 1) == 1;
      if (!selfContained) {
        throw new UnsupportedMasterException(
            FallbackReason.EXTERNAL_DATA, "data reference " + entry.type());
      }
    }
  }
}
