package clipdesk.media.catalogue;

/** One exact version of a file in the masters bucket. */
public record StoredObject(String key, String versionId, String etag, long sizeBytes) {}
