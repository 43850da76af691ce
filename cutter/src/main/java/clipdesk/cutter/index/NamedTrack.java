package clipdesk.cutter.index;

import clipdesk.cutter.mp4.Track;

/** A track with the id that callers know it by. */
public record NamedTrack(TrackInfo info, Track track) {}
