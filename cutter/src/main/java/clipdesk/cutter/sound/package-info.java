/** How loud a sound is, for whoever wants to know where something is heard in it. */
package clipdesk.cutter.sound;
