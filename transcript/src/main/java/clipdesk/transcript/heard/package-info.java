/**
 * Words with times as recognisers and subtitlers write them, told apart by what is in the file, in
 * one normal form. Text and times of a word travel in one object: two lists walked in step slide
 * apart at the first figure.
 */
package clipdesk.transcript.heard;
