package clipdesk.cutter.testmedia;

import clipdesk.cutter.testmedia.ParsedTrack.ParsedSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.containers.mp4.MP4Packet;
import org.jcodec.containers.mp4.demuxer.AbstractMP4DemuxerTrack;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.jcodec.containers.mp4.demuxer.PCMMP4DemuxerTrack;

/** Reads a file with the library JCodec, packet by packet. */
public final class JcodecReader {
  private static final int LARGEST_PACKET = 1 << 22;

  private JcodecReader() {}

  /** Picture and sound tracks in the order of the file. */
  public static List<ParsedTrack> read(byte[] file) throws IOException {
    var channel = ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file));
    List<ParsedTrack> tracks = new ArrayList<>();
    try (var demuxer = MP4Demuxer.createRawMP4Demuxer(channel)) {
      for (var track : demuxer.getTracks()) {
        var handler = track.getBox().getHandlerType();
        if (handler.equals("vide") || handler.equals("soun")) {
          tracks.add(parsed(handler, track));
        }
      }
    }
    return tracks;
  }

  private static ParsedTrack parsed(String handler, AbstractMP4DemuxerTrack track)
      throws IOException {
    var edits = track.getEdits();
    boolean edited = edits != null && !edits.isEmpty();
    var uncompressed = new ByteArrayOutputStream();
    List<ParsedSample> samples = new ArrayList<>();
    var room = ByteBuffer.allocate(LARGEST_PACKET);
    for (var packet = next(track, room); packet != null; packet = next(track, room)) {
      byte[] bytes = bytes(packet);
      uncompressed.writeBytes(bytes);
      samples.add(ParsedSample.of(packet.getMediaPts(), packet.isKeyFrame(), bytes));
    }
    return new ParsedTrack(
        handler,
        track.getTimescale(),
        edited ? edits.getLast().getMediaTime() : 0,
        edited && edits.getFirst().getMediaTime() == -1,
        track instanceof PCMMP4DemuxerTrack
            ? List.of(ParsedSample.of(0, true, uncompressed.toByteArray()))
            : samples);
  }

  private static MP4Packet next(AbstractMP4DemuxerTrack track, ByteBuffer room) throws IOException {
    return track.getNextFrame(room.clear());
  }

  private static byte[] bytes(MP4Packet packet) {
    var data = packet.getData().duplicate();
    var bytes = new byte[data.remaining()];
    data.get(bytes);
    return bytes;
  }
}
