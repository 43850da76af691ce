/** Whether the zip of the layer can run where it is going to run. */
package clipdesk.layer;
