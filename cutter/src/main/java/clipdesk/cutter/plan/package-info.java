/**
 * Decides what a clip is made of before a byte is written: which frames are wanted, which coded
 * pictures can be copied, which edges must be encoded, what the other tracks contribute, and where
 * everything lies in the clip.
 */
package clipdesk.cutter.plan;
