package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.index.TrackInfo;
import java.util.Optional;

/**
 * A rendition as it was found.
 *
 * @param picture its video track; empty for a file without one, or that is no MP4
 */
record StoredRendition(StoredObject file, Optional<TrackInfo> picture) {}
