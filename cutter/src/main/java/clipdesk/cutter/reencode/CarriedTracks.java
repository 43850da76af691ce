package clipdesk.cutter.reencode;

import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.plan.OtherTracks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tracks that a clip takes over from an MP4 or MOV without any codec: texts and timecode. */
final class CarriedTracks {
  private final SampleIndex index;
  private final OtherTracks cut;
  private final List<String> dropped = new ArrayList<>();

  CarriedTracks(SampleIndex index, OtherTracks cut) {
    this.index = index;
    this.cut = cut;
  }

  List<ClipTrack> write(ByteSource master, EncodedOutput output) throws IOException {
    List<ClipTrack> written = new ArrayList<>();
    for (var track : index.movie().tracks()) {
      var part = part(track);
      if (part.isPresent()) {
        written.add(write(part.get(), master, output));
      }
    }
    dropped.addAll(index.movie().droppedMetadata());
    return written;
  }

  private Optional<ClipTrack> part(Track track) throws IOException {
    return switch (track.kind()) {
      case TEXT -> {
        if (OtherTracks.saysItsOwnTimes(track)) {
          dropped.add("track %d: its texts carry times of the master".formatted(track.number()));
          yield Optional.empty();
        }
        yield cut.text(track);
      }
      case TIMECODE -> index.timecode().flatMap(timecode -> cut.timecode(track, timecode));
      case OTHER -> {
        dropped.add("track %d: %s".formatted(track.number(), track.description().format()));
        yield Optional.empty();
      }
      case VIDEO, AUDIO -> Optional.empty();
    };
  }

  private static ClipTrack write(ClipTrack part, ByteSource master, EncodedOutput output)
      throws IOException {
    var from = part.samples();
    var to = new SampleList();
    for (int i = 0; i < from.count(); i++) {
      var bytes = ByteBuffer.allocate(from.size(i));
      if (from.isCopied(i)) {
        master.read(from.source(i), bytes);
      } else {
        bytes.put(from.made(i));
      }
      output.write(to, bytes.array(), from.duration(i), from.compositionOffset(i), from.isSync(i));
      to.describeLast(from.description(i));
    }
    return new ClipTrack(
        part.source(),
        part.description(),
        to,
        part.gapTicks(),
        part.mediaTime(),
        part.shownTicks(),
        part.rollDistance(),
        part.later());
  }

  /** What is not in the clip. */
  List<String> dropped() {
    return dropped;
  }
}
