"""What Wellmet costs in time and memory: `make bench` prints all of it, `python -m benchmarks NAME` one of them."""
