package clipdesk.cutter.mp4;

import java.util.function.IntUnaryOperator;

/** Writes a {@code stbl} box for the samples of a clip's track. */
final class TableWriter {
  private static final int MAX_CHUNK_BYTES = 1 << 20;

  private final ClipTrack track;
  private final SampleList samples;
  private final BoxWriter box;

  TableWriter(ClipTrack track, BoxWriter box) {
    this.track = track;
    this.samples = track.samples();
    this.box = box;
  }

  /**
   * @param base position of the payload in the clip
   */
  void write(long base, boolean wideOffsets) {
    int stbl = box.begin("stbl");
    box.raw(track.description());
    if (track.source().isPcm()) {
      pcmTables(base, wideOffsets);
    } else {
      runs("stts", 0, samples::duration);
      compositionOffsets();
      syncSamples();
      sizes();
      chunks(base, wideOffsets);
      rollGroup();
    }
    box.end(stbl);
  }

  private void runs(String type, int version, IntUnaryOperator value) {
    int start = box.beginFull(type, version, 0);
    int countAt = box.position();
    box.u32(0);
    int entries = 0;
    for (int i = 0; i < samples.count(); ) {
      int j = i;
      while (j < samples.count() && value.applyAsInt(j) == value.applyAsInt(i)) {
        j++;
      }
      box.u32(j - i);
      box.u32(value.applyAsInt(i));
      entries++;
      i = j;
    }
    box.patch32(countAt, entries);
    box.end(start);
  }

  private void compositionOffsets() {
    boolean any = false;
    boolean negative = false;
    for (int i = 0; i < samples.count(); i++) {
      any |= samples.compositionOffset(i) != 0;
      negative |= samples.compositionOffset(i) < 0;
    }
    if (any) {
      runs("ctts", negative ? 1 : 0, samples::compositionOffset);
    }
  }

  private void syncSamples() {
    int count = 0;
    for (int i = 0; i < samples.count(); i++) {
      count += samples.isSync(i) ? 1 : 0;
    }
    if (count == samples.count()) {
      return;
    }
    int start = box.beginFull("stss", 0, 0);
    box.u32(count);
    for (int i = 0; i < samples.count(); i++) {
      if (samples.isSync(i)) {
        box.u32(i + 1);
      }
    }
    box.end(start);
  }

  private void sizes() {
    int start = box.beginFull("stsz", 0, 0);
    box.u32(0);
    box.u32(samples.count());
    for (int i = 0; i < samples.count(); i++) {
      box.u32(samples.size(i));
    }
    box.end(start);
  }

  private void chunks(long base, boolean wideOffsets) {
    var chunks = new ChunkList();
    for (int i = 0; i < samples.count(); ) {
      long bytes = 0;
      int j = i;
      do {
        bytes += samples.size(j);
        j++;
      } while (j < samples.count()
          && samples.position(j) == samples.position(i) + bytes
          && samples.description(j) == samples.description(i)
          && bytes < MAX_CHUNK_BYTES);
      chunks.add(samples.position(i), j - i, samples.description(i));
      i = j;
    }
    chunks.write(box, base, wideOffsets);
  }

  /** PCM: one chunk a piece, sizes and durations as uniform as in the master. */
  private void pcmTables(long base, boolean wideOffsets) {
    var chunks = new ChunkList();
    int frameBytes = track.source().pcmFrameBytes();
    long frames = 0;
    for (int i = 0; i < samples.count(); i++) {
      int inChunk = samples.size(i) / frameBytes;
      chunks.add(samples.position(i), inChunk, samples.description(i));
      frames += inChunk;
    }
    int stts = box.beginFull("stts", 0, 0);
    box.u32(1);
    box.u32(frames);
    box.u32(frames == 0 ? 1 : samples.ticks() / frames);
    box.end(stts);
    int stsz = box.beginFull("stsz", 0, 0);
    box.u32(track.source().uniformBytes());
    box.u32(frames);
    box.end(stsz);
    chunks.write(box, base, wideOffsets);
  }

  /** ISO/IEC 14496-12, 10.1.1: how far back a decoder has to start for right sound. */
  private void rollGroup() {
    if (track.rollDistance() == 0) {
      return;
    }
    int sgpd = box.beginFull("sgpd", 1, 0);
    box.text("roll");
    box.u32(2);
    box.u32(1);
    box.u16(track.rollDistance() & 0xffff);
    box.end(sgpd);
    int sbgp = box.beginFull("sbgp", 0, 0);
    box.text("roll");
    box.u32(1);
    box.u32(samples.count());
    box.u32(1);
    box.end(sbgp);
  }
}
