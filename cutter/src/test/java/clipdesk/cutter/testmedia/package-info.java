/**
 * Masters of every kind that the cutter must take, made by the {@code ffmpeg} program of the GPL
 * build, and the check of one clip against its master. The program decodes what the cutter wrote,
 * so nothing of the cutter judges itself.
 */
package clipdesk.cutter.testmedia;
