/**
 * What stands between a connection and a handler: deadlines, room for bodies, allowances, strict
 * HTTP.
 */
package org.homeward.face.door;
