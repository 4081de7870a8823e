"""A network in a file to a session that runs it on one thread of the processor and says nothing."""

from __future__ import annotations

import onnxruntime


def one_thread(network: bytes | str) -> onnxruntime.InferenceSession:
    """The session of a network, given whole or by its path; raises what onnxruntime raises."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
