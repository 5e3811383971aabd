/**
 * The protection between a connection and a handler: deadlines, memory for bodies, allowances,
 * strict HTTP.
 */
package org.homeward.face.door;
