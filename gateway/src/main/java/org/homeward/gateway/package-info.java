/**
 * The only entry to a node: routes, tokens, limits, headers. It knows no case and keeps no state.
 */
package org.homeward.gateway;
